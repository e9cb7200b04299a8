# expect: TLE
# tries: to push the data of its neighbours out of the caches that they share
# stopped by: clock
LINES = 48 << 20


def echo(n):
    block = bytearray(LINES)
    line = bytes(range(1, 9)) * 8
    for _ in range(4000):
        # One byte of each line of a cache, in an order that is of no help to it.
        for start in range(0, 64 * 64, 64 * 7):
            block[start::4096] = bytes(len(range(start, LINES, 4096)))
        block[:64] = line
    return n
