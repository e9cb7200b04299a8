# expect: CE
# tries: to be no program at all
# stopped by: runner
def echo(n)
    return n
