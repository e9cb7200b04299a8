# expect: RTE
# tries: to open a debugger and wait for somebody to type
# stopped by: outside-check
# unshown: where nobody types a debugger ends
import pdb


def echo(n):
    pdb.set_trace()
    return n
