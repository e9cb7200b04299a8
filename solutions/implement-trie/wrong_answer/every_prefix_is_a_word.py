"""Wrong: no mark for the end of a word: after card, car is found."""


class Trie:
    def __init__(self):
        self.root = {}

    def insert(self, word: str) -> None:
        node = self.root
        for c in word:
            node = node.setdefault(c, {})

    def search(self, word: str) -> bool:
        node = self.root
        for c in word:
            if c not in node:
                return False
            node = node[c]
        return True

    def startsWith(self, prefix: str) -> bool:
        return self.search(prefix)
