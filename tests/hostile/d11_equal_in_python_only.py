# expect: WA
# tries: to return what Python calls equal and the contract does not
# stopped by: outside-check
def echo(n):
    return bool(n) if n in (0, 1) else float(n)
