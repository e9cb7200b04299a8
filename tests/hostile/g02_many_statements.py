# expect: AC|MLE|TLE
# tries: to cost seconds of compiling
# stopped by: runner
# append: ["", "x=1\n", 60000]
def echo(n):
    return n
