# expect: RTE|TLE
# tries: to put the answers in the place of the requests, so that the runner reads its own words
# stopped by: fd-closing+outside-check
# unshown: it only breaks the channel of its own judge
import os


def echo(n):
    reading, writing = os.pipe()
    os.dup2(reading, 3)
    os.dup2(writing, 4)
    os.close(reading)
    os.close(writing)
    return n
