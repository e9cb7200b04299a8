# expect: RTE
# tries: to end the process while its own things are freed
# stopped by: outside-check
import os


class Trap:
    def __del__(self):
        os._exit(0)


def echo(n):
    Trap()
    return n
