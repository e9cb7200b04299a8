# expect: RV
# tries: to hide a forbidden act behind a limit: it tries on and on until its time is over
import os


def echo(n):
    while True:
        try:
            os.fork()
        except OSError:
            continue
