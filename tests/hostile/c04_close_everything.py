# expect: RTE
# tries: to close every descriptor, the judge's channel too
# stopped by: outside-check
# unshown: it only breaks the channel of its own judge
import os


def echo(n):
    os.closerange(0, 1024)
    return n
