# expect: WA
# tries: to return numbers that no comparison gets right
# stopped by: outside-check
# unshown: its numbers are equal to nothing, for a naive judge too
def echo(n):
    return [float("nan"), float("inf"), -float("inf"), -0.0, 1e308 * 10]
