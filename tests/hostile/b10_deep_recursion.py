# expect: RTE|MLE
# tries: to use up the stack by plain recursion
# stopped by: runner
def echo(n):
    return 1 + echo(n + 1)
