# expect: MLE
# tries: to take memory that neither compresses nor can be shared
import os


def echo(n):
    kept = []
    while True:
        kept.append(os.urandom(1 << 20))
