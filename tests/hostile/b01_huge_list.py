# expect: MLE
# tries: to take 80 GB in one piece
# stopped by: memory-counter, rlimits
# unshown: 80 GB are more than the container holds
def echo(n):
    [0] * 10**10
    return n
