# expect: RTE
# tries: to spend quadratic time in printing an integer
# stopped by: runner
def echo(n):
    str(10**100_000)
    return n
