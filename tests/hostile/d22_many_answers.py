# expect: WA
# tries: to return every possible answer at once
# stopped by: outside-check
def echo(n):
    return list(range(-100, 100))
