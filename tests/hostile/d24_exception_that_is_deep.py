# expect: RTE
# tries: to nest exception groups and causes ten thousand deep
# stopped by: outside-check
# unshown: it costs a naive judge the same
def echo(n):
    error = ValueError(n)
    for _ in range(10_000):
        outer = ExceptionGroup("group", [error])
        outer.__cause__ = error
        error = outer
    raise error
