import weakref

class Node:
    __slots__ = ("key", "value", "after", "_before", "__weakref__")

    def __init__(self, key, value):
        self.key, self.value, self.after, self._before = key, value, None, None

    @property
    def before(self):
        return self._before()

    @before.setter
    def before(self, node):
        self._before = weakref.ref(node)

class LRUCache:
    def __init__(self, capacity: int):
        self.capacity, self.nodes = capacity, {}
        self.head, self.tail = Node(None, None), Node(None, None)
        self.head.after, self.tail.before = self.tail, self.head

    def _detach(self, node):
        node.before.after, node.after.before = node.after, node.before

    def _front(self, node):
        node.after, node.before = self.head.after, self.head
        self.head.after.before = node
        self.head.after = node

    def get(self, key: int) -> int:
        node = self.nodes.get(key)
        if node is None:
            return -1
        self._detach(node)
        self._front(node)
        return node.value

    def put(self, key: int, value: int) -> None:
        node = self.nodes.get(key)
        if node is None:
            if len(self.nodes) == self.capacity:
                old = self.tail.before
                self._detach(old)
                del self.nodes[old.key]
            node = self.nodes[key] = Node(key, value)
        else:
            self._detach(node)
            node.value = value
        self._front(node)
