# expect: RTE|MLE
# tries: to make a text of its exception that fills the memory
# stopped by: outside-check
# unshown: it costs a naive judge the same
class Long(Exception):
    def __str__(self):
        return "x" * (40 << 20)


def echo(n):
    raise Long
