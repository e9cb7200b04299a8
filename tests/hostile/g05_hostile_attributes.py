# expect: AC|CE|RTE
# tries: to hide its entry behind attributes that raise
# stopped by: runner
class Hidden:
    def __getattr__(self, name):
        raise KeyboardInterrupt(name)

    @property
    def __code__(self):
        raise SystemExit(0)

    @property
    def __signature__(self):
        raise SystemExit(0)

    def __call__(self, n):
        return n


echo = Hidden()
