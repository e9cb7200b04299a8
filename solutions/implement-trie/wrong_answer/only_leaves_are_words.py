"""Wrong: takes a node without children for the end of a word: car and card."""


class Trie:
    def __init__(self):
        self.root = {}

    def find(self, text):
        node = self.root
        for c in text:
            if c not in node:
                return None
            node = node[c]
        return node

    def insert(self, word: str) -> None:
        node = self.root
        for c in word:
            node = node.setdefault(c, {})

    def search(self, word: str) -> bool:
        return self.find(word) == {}

    def startsWith(self, prefix: str) -> bool:
        return self.find(prefix) is not None
