# expect: CE
# tries: to import what is not there
# stopped by: runner
import numpy


def echo(n):
    return numpy.int64(n)
