"""Reference: nested dictionaries of letters, with a mark where a word ends.

Time: O(length) per call, Space: O(letters).
"""

END = "#"


class Trie:
    def __init__(self):
        self.root = {}

    def insert(self, word):
        node = self.root
        for letter in word:
            if letter not in node:
                node[letter] = {}
            node = node[letter]
        node[END] = True

    def search(self, word):
        return END in self.find(word)

    def starts_with(self, prefix):
        return bool(self.find(prefix))

    def find(self, text):
        node = self.root
        for letter in text:
            if letter not in node:
                return {}
            node = node[letter]
        return node
