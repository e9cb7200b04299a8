"""Accepted: a sorted list; the first word that is not before the prefix begins with it, or none does."""
import bisect


class Trie:
    def __init__(self):
        self.words = []

    def insert(self, word: str) -> None:
        if not self.search(word):
            bisect.insort(self.words, word)

    def search(self, word: str) -> bool:
        i = bisect.bisect_left(self.words, word)
        return i < len(self.words) and self.words[i] == word

    def startsWith(self, prefix: str) -> bool:
        i = bisect.bisect_left(self.words, prefix)
        return i < len(self.words) and self.words[i].startswith(prefix)
