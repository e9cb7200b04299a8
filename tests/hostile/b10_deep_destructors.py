# expect: AC|RTE|MLE|TLE
# tries: to run over the end of the stack while a long chain of objects is freed
# stopped by: runner
class Link:
    def __init__(self, following):
        self.following = following

    def __del__(self):
        del self.following


def echo(n):
    chain = None
    for _ in range(50_000):
        chain = Link(chain)
    del chain
    return n
