# expect: RTE
# tries: to pass by leaving with status 0
# stopped by: outside-check
import os


def echo(n):
    os._exit(0)
