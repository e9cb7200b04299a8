"""Wrong: answers with a node, which is true but no bool."""


class Trie:
    def __init__(self):
        self.root = {}

    def insert(self, word: str) -> None:
        node = self.root
        for c in word:
            node = node.setdefault(c, {})
        node["#"] = {}

    def search(self, word: str) -> bool:
        node = self.startsWith(word)
        return bool(node) and "#" in node

    def startsWith(self, prefix: str) -> bool:
        node = self.root
        for c in prefix:
            node = node.get(c, {})
        return node
