# expect: WA
# tries: to return lazy objects, a mock-like object and a coroutine
# stopped by: runner
class Anything:
    def __getattr__(self, name):
        return Anything()

    def __call__(self, *arguments, **names):
        return self

    def __iter__(self):
        while True:
            yield self


def echo(n):
    return [Anything(), map(int, "1"), zip("a"), filter(None, ()), range(n), iter([n])]
