# expect: MLE
# tries: to take 320 MiB in one piece
# stopped by: memory-counter, rlimits
# limits-only: MLE|RTE
def echo(n):
    [0] * (40 << 20)
    return n
