# expect: WA
# tries: to be right where it is cheap and wrong where it would be slow
# stopped by: outside-check
# unshown: it needs a judge that has small cases only
def echo(n):
    return n if abs(n) < 3 else 0
