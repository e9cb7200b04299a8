# expect: MLE
# tries: to take memory that neither compresses nor can be shared
# stopped by: memory-counter, rlimits
import os


def echo(n):
    block, kept = os.urandom(1 << 20), []
    for shift in range(300):
        kept.append(block[shift:] + block[:shift])
    return n
