# expect: CE
# tries: to be larger than any source may be
# stopped by: runner
# append: ["", "x = 1\n", 60000]
def echo(n):
    return n
