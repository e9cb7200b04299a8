# expect: CE
# tries: to take other parameters than it is given
# stopped by: runner
def echo(n, m):
    return n
