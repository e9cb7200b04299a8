# expect: MLE
# tries: to take 80 GB in one piece
# stopped by: memory-counter, rlimits
# unshown: 80 GB are more than the container holds
# limits-only: MLE|RTE
def echo(n):
    [0] * 10**10
    return n
