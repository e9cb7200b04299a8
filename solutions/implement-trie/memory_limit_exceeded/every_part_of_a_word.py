"""Memory-hungry: a dictionary of all parts of each word, with the places where they begin."""


class Trie:
    def __init__(self):
        self.words, self.parts = set(), {}

    def insert(self, word: str) -> None:
        self.words.add(word)
        for i in range(len(word)):
            for j in range(i + 1, len(word) + 1):
                self.parts.setdefault(word[i:j], set()).add(i)

    def search(self, word: str) -> bool:
        return word in self.words

    def startsWith(self, prefix: str) -> bool:
        return 0 in self.parts.get(prefix, ())
