# expect: TLE
# tries: to take the bandwidth of the memory that its neighbours share
# stopped by: clock
def echo(n):
    block = memoryview(bytearray(24 << 20))
    other = memoryview(bytearray(24 << 20))
    for _ in range(4000):
        other[:] = block
        block[:] = other
    return n
