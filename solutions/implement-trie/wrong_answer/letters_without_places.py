"""Wrong: keeps the letters of each place and not the paths: ab and cd make ad."""


class Trie:
    def __init__(self):
        self.words = set()
        self.letters = defaultdict(set)

    def insert(self, word: str) -> None:
        self.words.add(word)
        for i, c in enumerate(word):
            self.letters[i].add(c)

    def search(self, word: str) -> bool:
        return word in self.words

    def startsWith(self, prefix: str) -> bool:
        return all(c in self.letters[i] for i, c in enumerate(prefix))
