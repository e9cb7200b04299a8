# expect: AC
# tries: to flood the compiler's warnings
# stopped by: runner
# append: ["", "\"\\d\" is 1\n", 5000]
def echo(n):
    return n
