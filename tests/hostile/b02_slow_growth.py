# expect: MLE
# tries: to take memory piece by piece
# stopped by: memory-counter, rlimits
# unshown: it ends only with the container's memory
def echo(n):
    kept = []
    while True:
        kept.append(bytearray(1 << 20))
