# expect: RTE
# tries: to find descriptors or words of the judge that it should not have inherited
# stopped by: fd-closing
import os

ORDINARY = {"PYTHONHASHSEED", "PYTHONBREAKPOINT", "MALLOC_ARENA_MAX", "LC_ALL", "LC_CTYPE", "HOME"}


def echo(n):
    for number in range(5, 4096):
        try:
            os.fstat(number)
            print("descriptor", number)
            return n
        except OSError:
            continue
    if set(os.environ) - ORDINARY:
        print(set(os.environ) - ORDINARY)
        return n
    raise LookupError("nothing inherited")
