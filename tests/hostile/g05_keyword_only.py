# expect: CE
# tries: to take its parameter by name only
# stopped by: runner
def echo(*, n):
    return n
