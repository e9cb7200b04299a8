# expect: RV
# tries: to make processes without end
# stopped by: seccomp-processes
# unshown: its children answer as well and spoil each other's frames
# limits-only: any
import os


def echo(n):
    while True:
        try:
            os.fork()
        except OSError:
            return n
