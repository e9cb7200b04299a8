"""Wrong: stops at the end of a word, so what goes on after it is found too: tea and teas."""


class Trie:
    def __init__(self):
        self.root = {}

    def insert(self, word: str) -> None:
        node = self.root
        for c in word:
            node = node.setdefault(c, {})
        node["#"] = {}

    def search(self, word: str) -> bool:
        node = self.root
        for c in word:
            if c not in node:
                return False
            node = node[c]
        return "#" in node

    def startsWith(self, prefix: str) -> bool:
        node = self.root
        for c in prefix:
            if "#" in node:
                return True
            if c not in node:
                return False
            node = node[c]
        return True
