# expect: WA
# tries: to return what Python calls equal and the contract does not
def echo(n):
    return bool(n) if n in (0, 1) else float(n)
