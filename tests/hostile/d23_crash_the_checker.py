# expect: WA
# tries: to break whoever compares: odd keys, huge numbers, deep tuples, a mixture of types
# stopped by: outside-check
# unshown: a comparison by == survives it
def echo(n):
    deep = ()
    for _ in range(150):
        deep = (deep, {n: deep})[:1]
    return {1: deep, "1": -(10**3000), (1, "a"): {None: b"\xff", 1.5: frozenset({1, "1", None})}}
