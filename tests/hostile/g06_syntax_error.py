# expect: CE
# tries: to be no program at all
def echo(n)
    return n
