# expect: CE
# tries: to be written in Python 2
# stopped by: runner
def echo(n):
    print n
    return n
