# expect: RV
# tries: to hide a forbidden act behind an early end
import os


def echo(n):
    try:
        os.fork()
    except OSError:
        os._exit(0)
