# expect: WA
# tries: to return every possible answer at once
def echo(n):
    return list(range(-100, 100))
