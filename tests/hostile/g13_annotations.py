# expect: RV
# tries: to run code in its annotations
# stopped by: seccomp-processes
# limits-only: any
def echo(n: __import__("os").fork() or __import__("os")._exit(0)) -> int:
    return n
