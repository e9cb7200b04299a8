# expect: RTE
# tries: to use kernel memory in pipes without end
import os


def echo(n):
    kept = []
    while True:
        kept.append(os.pipe())
