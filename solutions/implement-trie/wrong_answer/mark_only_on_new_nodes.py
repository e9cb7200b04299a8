"""Wrong: sets the mark when a node is made, so a shorter word that comes later has none."""


class Trie:
    def __init__(self):
        self.root = {}

    def insert(self, word: str) -> None:
        node = self.root
        for i, c in enumerate(word):
            if c not in node:
                node[c] = {"end": i == len(word) - 1}
            node = node[c]

    def walk(self, text):
        node = self.root
        for c in text:
            if c not in node:
                return None
            node = node[c]
        return node

    def search(self, word: str) -> bool:
        node = self.walk(word)
        return node is not None and node["end"]

    def startsWith(self, prefix: str) -> bool:
        return self.walk(prefix) is not None
