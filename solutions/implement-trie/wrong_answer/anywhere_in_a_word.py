"""Wrong: asks whether the prefix stands anywhere in a word."""


class Trie:
    def __init__(self):
        self.words = {}

    def insert(self, word: str) -> None:
        self.words[word] = True

    def search(self, word: str) -> bool:
        return word in self.words

    def startsWith(self, prefix: str) -> bool:
        return any(prefix in word for word in self.words)
