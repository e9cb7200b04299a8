"""Accepted: a set of words and a set of all their prefixes; prints what it inserts."""


class Trie(object):
    def __init__(self):
        self.words = set()
        self.prefixes = set()

    def insert(self, word):
        """
        :type word: str
        :rtype: None
        """
        print("insert", word[:10])
        if word not in self.words:
            self.words.add(word)
            for i in range(len(word)):
                self.prefixes.add(word[:i + 1])

    def search(self, word):
        return word in self.words

    def startsWith(self, prefix):
        return prefix in self.prefixes
