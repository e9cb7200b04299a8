# expect: CE
# tries: to be text in another encoding
def echo(n):
    return n  # café
