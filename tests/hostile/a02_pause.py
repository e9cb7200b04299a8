# expect: TLE
# tries: to wait for a signal, and again after each one that comes
# stopped by: clock
import signal


def echo(n):
    while True:
        try:
            signal.pause()
        except BaseException:
            continue
