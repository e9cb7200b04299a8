# expect: MLE
# tries: to take memory piece by piece
# stopped by: memory-counter, rlimits
def echo(n):
    kept = []
    for _ in range(300):
        kept.append(bytearray(1 << 20))
    return n
