# expect: RTE
# tries: to pass for a program that ran out of memory
# stopped by: outside-check
# naive: MLE
def echo(n):
    raise MemoryError
