# expect: RTE
# tries: to put its standard output in the place of the judge's channel
# stopped by: fd-closing+outside-check
# unshown: it only breaks the channel of its own judge
import os


def echo(n):
    os.dup2(1, 4)
    return n
