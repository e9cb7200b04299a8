"""Reference: an OrderedDict, oldest first.

Time: O(1) per call, Space: O(capacity).
"""
from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = OrderedDict()

    def get(self, key):
        entries = self.entries
        if key not in entries:
            return -1
        entries.move_to_end(key)
        return entries[key]

    def put(self, key, value):
        entries = self.entries
        entries[key] = value
        entries.move_to_end(key)
        if len(entries) > self.capacity:
            entries.popitem(last=False)
