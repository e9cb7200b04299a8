# expect: MLE
# tries: to take memory that neither compresses nor can be shared
# stopped by: memory-counter, rlimits
# unshown: it ends only with the container's memory
import os


def echo(n):
    kept = []
    while True:
        kept.append(os.urandom(1 << 20))
