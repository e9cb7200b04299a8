from abc import ABC, abstractmethod
from collections.abc import MutableMapping
from typing import Generic, TypeVar

K, V = TypeVar("K"), TypeVar("V")

class Cache(ABC, Generic[K, V]):
    @abstractmethod
    def get(self, key: K) -> V: ...
    @abstractmethod
    def put(self, key: K, value: V) -> None: ...

class Ordered(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): v = self.d.pop(k); self.d[k] = v; return v
    def __setitem__(self, k, v): self.d.pop(k, None); self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)

class LRUCache(Cache[int, int]):
    def __init__(self, capacity: int):
        self.capacity, self.items = capacity, Ordered()

    def get(self, key: int) -> int:
        try:
            return self.items[key]
        except KeyError:
            return -1

    def put(self, key: int, value: int) -> None:
        self.items[key] = value
        if len(self.items) > self.capacity:
            del self.items[next(iter(self.items))]
