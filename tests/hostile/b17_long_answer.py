# expect: OLE
# tries: to return more than the cap on an answer
def echo(n):
    return "x" * (17 << 20)
