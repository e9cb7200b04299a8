# expect: RTE
# tries: to end the process while its exception is turned into text
# stopped by: outside-check
import os


class Leaving(Exception):
    def __str__(self):
        os._exit(0)


def echo(n):
    raise Leaving
