# expect: CE
# tries: to import what is not there
import numpy


def echo(n):
    return numpy.int64(n)
