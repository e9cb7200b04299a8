# expect: AC|RV
# tries: to open a browser by importing a joke
# stopped by: seccomp-processes
# limits-only: any
import antigravity


def echo(n):
    return n
