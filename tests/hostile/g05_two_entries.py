# expect: CE
# tries: to leave open which of two functions is meant
# stopped by: runner
def echo(n):
    return n


def Echo(n):
    return -n
