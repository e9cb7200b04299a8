from dataclasses import dataclass, field

@dataclass
class LRUCache:
    capacity: int
    entries: Dict[int, int] = field(default_factory=OrderedDict)

    def get(self, key: int) -> int:
        value = self.entries.pop(key, -1)
        if value >= 0:
            self.entries[key] = value
        return value

    def put(self, key: int, value: int) -> None:
        self.entries.pop(key, None)
        self.entries[key] = value
        if len(self.entries) > self.capacity:
            self.entries.popitem(last=False)
