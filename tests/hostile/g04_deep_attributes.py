# expect: CE|RTE
# tries: to exhaust the compiler's stack with attributes
# stopped by: runner
# append: ["x = echo", ".a", 60000]
def echo(n):
    return n
