from collections import defaultdict
from functools import reduce
T = lambda: defaultdict(T)
class Trie:
    def __init__(self): self.root = T()
    def insert(self, word): reduce(dict.__getitem__, word, self.root)['#'] = True
    def search(self, word): return '#' in (self._walk(word) or ())
    def startsWith(self, prefix): return self._walk(prefix) is not None
    def _walk(self, s):
        node = self.root
        for c in s:
            node = node.get(c)
            if node is None: return None
        return node
