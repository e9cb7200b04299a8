# expect: TLE
# tries: to wait in select for a pipe that nobody writes to
# stopped by: clock
import os
import select


def echo(n):
    reading, _writing = os.pipe()
    select.select([reading], [], [])
    return n
