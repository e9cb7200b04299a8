# expect: RTE|MLE
# tries: to use up the stack by plain recursion
def echo(n):
    return 1 + echo(n + 1)
