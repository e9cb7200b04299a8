# expect: CE
# tries: to exhaust the compiler's stack with brackets
# stopped by: runner
# append: ["x = ", "(", 100000]
def echo(n):
    return n
