# expect: RTE
# tries: to pass for a program that ran out of memory
def echo(n):
    raise MemoryError
