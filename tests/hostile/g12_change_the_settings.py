# expect: AC
# tries: to change settings that later cases or submissions share
# stopped by: runner
import decimal
import gc
import locale
import os
import random
import sys
import warnings

gc.disable()
gc.set_threshold(1)
decimal.getcontext().prec = 1
warnings.simplefilter("error")
sys.path[:] = ["/tmp"]
sys.meta_path.clear()
sys.set_int_max_str_digits(640)
os.environ.clear()
os.umask(0o777)
random.random = lambda: 0.5
locale.setlocale(locale.LC_ALL, "C")


def echo(n):
    return n
