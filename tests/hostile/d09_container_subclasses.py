# expect: WA
# tries: to return containers that show something else each time they are read
# stopped by: outside-check+runner
class Shifty(list):
    def __len__(self):
        return 1

    def __iter__(self):
        return iter([True])

    def __eq__(self, other):
        return True


class Pairs(dict):
    def items(self):
        return [("ok", True)]

    def __eq__(self, other):
        return True


def echo(n):
    return Shifty([Pairs()]) if n % 2 else Pairs(n=Shifty())
