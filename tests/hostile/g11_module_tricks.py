# expect: AC|CE
# tries: to answer for names that its module does not have
# stopped by: runner
import sys


def __getattr__(name):
    raise SystemExit(0)


def __dir__():
    raise SystemExit(0)


def echo(n):
    sys.modules.clear()
    return n
