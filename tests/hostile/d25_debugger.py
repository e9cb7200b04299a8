# expect: RTE
# tries: to open a debugger and wait for somebody to type
import pdb


def echo(n):
    pdb.set_trace()
    return n
