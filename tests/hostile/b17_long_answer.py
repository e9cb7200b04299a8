# expect: OLE
# tries: to return more than the cap on an answer
# stopped by: output-caps
def echo(n):
    return "x" * (17 << 20)
