from collections import OrderedDict
from functools import partial

def look_up(store, key):
    if key not in store:
        return -1
    store.move_to_end(key)
    return store[key]

def keep(store, capacity, key, value):
    store[key] = value
    store.move_to_end(key)
    if len(store) > capacity:
        store.popitem(last=False)

class LRUCache:
    def __init__(self, capacity):
        store = OrderedDict()
        self.get = partial(look_up, store)
        self.put = partial(keep, store, capacity)
