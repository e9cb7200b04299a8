# expect: MLE
# tries: to give memory back before anybody looks
# stopped by: memory-counter, rlimits
def echo(n):
    for _ in range(3):
        block = bytearray(60 << 20)
        other = bytearray(60 << 20)
        for place in range(0, 60 << 20, 4096):
            block[place] = other[place] = 1
        del block, other
    return n
