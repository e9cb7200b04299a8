# expect: CE|RTE
# tries: to exhaust the compiler's stack with attributes
# append: ["x = echo", ".a", 60000]
def echo(n):
    return n
