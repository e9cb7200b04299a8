"""Wrong: the root lives on the class: a second trie begins with the first one's words."""


class Trie:
    root = {}

    def insert(self, word: str) -> None:
        node = self.root
        for c in word:
            node = node.setdefault(c, {})
        node["#"] = {}

    def find(self, text):
        node = self.root
        for c in text:
            if c not in node:
                return None
            node = node[c]
        return node

    def search(self, word: str) -> bool:
        return "#" in (self.find(word) or {})

    def startsWith(self, prefix: str) -> bool:
        return self.find(prefix) is not None
