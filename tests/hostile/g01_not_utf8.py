# expect: CE
# tries: to be text in another encoding
# stopped by: runner
def echo(n):
    return n  # café
