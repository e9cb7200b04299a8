"""Crashes: hand-made links without sentinels: with one node, head and tail lose each other."""


class Node:
    def __init__(self, key, value):
        self.key, self.value, self.before, self.after = key, value, None, None


class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.nodes, self.head, self.tail = capacity, {}, None, None

    def unlink(self, node):
        if node is self.head:
            self.head = node.after
        else:
            node.before.after = node.after
        if node.after:
            node.after.before = node.before
        else:
            self.tail = node.before

    def append(self, node):
        node.before, node.after = self.tail, None
        self.tail.after = node
        self.tail = node

    def get(self, key):
        if key not in self.nodes:
            return -1
        self.unlink(self.nodes[key])
        self.append(self.nodes[key])
        return self.nodes[key].value

    def put(self, key, value):
        if key in self.nodes:
            self.unlink(self.nodes[key])
        node = self.nodes[key] = Node(key, value)
        if self.head is None:
            self.head = self.tail = node
        else:
            self.append(node)
        if len(self.nodes) > self.capacity:
            oldest = self.head
            self.unlink(oldest)
            del self.nodes[oldest.key]
