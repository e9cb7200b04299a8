"""Accepted: a defaultdict of itself, and methods that call themselves letter by letter."""
from collections import defaultdict


class Trie:
    def __init__(self):
        self.children = defaultdict(Trie)
        self.word = False

    def insert(self, word):
        if not word:
            self.word = True
        else:
            self.children[word[0]].insert(word[1:])

    def search(self, word):
        if not word:
            return self.word
        return word[0] in self.children and self.children[word[0]].search(word[1:])

    def starts_with(self, prefix):
        if not prefix:
            return True
        return prefix[0] in self.children and self.children[prefix[0]].starts_with(prefix[1:])
