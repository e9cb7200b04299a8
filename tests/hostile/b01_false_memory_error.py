# expect: RTE
# tries: to pass for a program that ran out of memory
# stopped by: outside-check
def echo(n):
    raise MemoryError
