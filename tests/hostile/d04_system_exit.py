# expect: RTE
# tries: to pass by sys.exit(0) in the call
# stopped by: outside-check
import sys


def echo(n):
    sys.exit(0)
