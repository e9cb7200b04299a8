"""Crashes: reads a child before it asks whether it is there."""


class Trie:
    def __init__(self):
        self.root = {}

    def insert(self, word: str) -> None:
        node = self.root
        for c in word:
            node = node.setdefault(c, {})
        node["end"] = True

    def search(self, word: str) -> bool:
        node = self.root
        for c in word:
            node = node[c]
        return "end" in node

    def startsWith(self, prefix: str) -> bool:
        node = self.root
        for c in prefix:
            node = node[c]
        return True
