# expect: AC|MLE
# tries: to take a terabyte and to hide that it was refused
# stopped by: memory-counter, rlimits
def echo(n):
    try:
        bytearray(2**40)
    except MemoryError:
        pass
    return n
