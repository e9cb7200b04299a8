# expect: RTE
# tries: to pass for another exception, with a class that hides what it is
# stopped by: outside-check
class Meta(type):
    @property
    def __name__(cls):
        raise SystemExit(0)

    def __getattribute__(cls, name):
        raise SystemExit(0)


class Lying(BaseException, metaclass=Meta):
    @property
    def __class__(self):
        raise SystemExit(0)

    @property
    def __traceback__(self):
        raise SystemExit(0)

    @property
    def args(self):
        raise SystemExit(0)


def echo(n):
    raise Lying
