# expect: RV
# tries: to make processes without end
import os


def echo(n):
    while True:
        try:
            os.fork()
        except OSError:
            return n
