# expect: TLE
# tries: to make every look-up in a dictionary compare with every key
# stopped by: clock
class Key:
    def __hash__(self):
        return 1


def echo(n):
    {Key(): None for _ in range(100_000)}
    return n
