# expect: CE
# tries: to take other parameters than it is given
def echo(n, m):
    return n
