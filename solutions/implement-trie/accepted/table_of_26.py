"""Accepted: the class is its own node, children in a table of 26; the other name of the class."""
from typing import List, Optional


class PrefixTree:
    def __init__(self):
        self.next: List[Optional["PrefixTree"]] = [None] * 26
        self.is_end = False

    def insert(self, word: str) -> None:
        node = self
        for ch in word:
            i = ord(ch) - ord("a")
            if node.next[i] is None:
                node.next[i] = PrefixTree()
            node = node.next[i]
        node.is_end = True

    def walk(self, text):
        node = self
        for ch in text:
            node = node.next[ord(ch) - ord("a")]
            if not node:
                return None
        return node

    def search(self, word: str) -> bool:
        node = self.walk(word)
        return node is not None and node.is_end

    def startsWith(self, prefix: str) -> bool:
        return self.walk(prefix) is not None
