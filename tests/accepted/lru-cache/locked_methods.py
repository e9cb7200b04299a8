import threading
from functools import wraps

def synchronized(method):
    @wraps(method)
    def locked(self, *args, **kwargs):
        with self._lock:
            return method(self, *args, **kwargs)
    return locked

class LRUCache:
    def __init__(self, capacity: int) -> None:
        self._lock = threading.RLock()
        self._room = capacity
        self._data: Dict[int, int] = {}

    @synchronized
    def get(self, key: int) -> int:
        if key not in self._data:
            return -1
        value = self._data.pop(key)
        self._data[key] = value
        return value

    @synchronized
    def put(self, key: int, value: int) -> None:
        self._data.pop(key, None)
        self._data[key] = value
        if len(self._data) > self._room:
            del self._data[next(iter(self._data))]
