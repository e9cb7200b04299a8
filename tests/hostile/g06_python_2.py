# expect: CE
# tries: to be written in Python 2
def echo(n):
    print n
    return n
