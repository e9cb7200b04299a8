# expect: WA
# tries: to return every possible answer at once
# stopped by: outside-check
# unshown: it needs a judge that looks for its answer in what was returned
def echo(n):
    return list(range(-100, 100))
