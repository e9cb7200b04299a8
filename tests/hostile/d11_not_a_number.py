# expect: WA
# tries: to return numbers that no comparison gets right
# stopped by: outside-check
def echo(n):
    return [float("nan"), float("inf"), -float("inf"), -0.0, 1e308 * 10]
