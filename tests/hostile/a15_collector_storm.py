# expect: TLE
# tries: to keep the cyclic collector busy with objects that come back to life
# stopped by: clock
import gc

back = []


class Phoenix:
    def __del__(self):
        back.append(self)


def echo(n):
    while True:
        one = Phoenix()
        one.own = one
        del one
        gc.collect()
        back.clear()
