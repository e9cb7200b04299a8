# expect: RTE
# tries: to put its standard output in the place of the judge's channel
# stopped by: outside-check
import os


def echo(n):
    os.dup2(1, 4)
    return n
