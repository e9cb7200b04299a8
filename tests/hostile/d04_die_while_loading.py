# expect: RTE
# tries: to pass by ending the process with status 0 while it is loaded
# stopped by: outside-check
import os

os._exit(0)


def echo(n):
    return n
