class LRUCache:

	def __init__(self, capacity: int):
		self.capacity = capacity
		self.cache = OrderedDict()

	def get(self, key: int) -> int:
		if key not in self.cache:
			return -1
		value = self.cache.pop(key)
		self.cache[key] = value
		return value

	def put(self, key: int, value: int) -> None:
		if key in self.cache:
			self.cache.pop(key)
		self.cache[key] = value
		if len(self.cache) > self.capacity:
			self.cache.popitem(last=False)

# Your LRUCache object will be instantiated and called as such:
obj = LRUCache(2)
obj.put(1, 1)
param_1 = obj.get(int(input()))
