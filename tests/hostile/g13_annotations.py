# expect: RV
# tries: to run code in its annotations
# stopped by: seccomp-processes
# unshown: where a fork works its child answers as well
# limits-only: any
def echo(n: __import__("os").fork()) -> int:
    return n
