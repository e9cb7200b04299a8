class Registry(type):
    def __new__(mcls, name, bases, namespace):
        for key, value in list(namespace.items()):
            alias = getattr(value, "also", None)
            if alias:
                namespace[alias] = value
        return super().__new__(mcls, name, bases, namespace)

def also(name):
    def mark(function):
        function.also = name
        return function
    return mark

class Solution(metaclass=Registry):
    @also("lowestCommonAncestor")
    def solve(self, root, p, q, /):
        path, found, last = [], [], None
        node = root
        while path or node:
            while node:
                path.append(node)
                if node is p or node is q:
                    found.append(list(path))
                node = node.left
            top = path[-1]
            if top.right and top.right is not last:
                node = top.right
            else:
                last = path.pop()
            if len(found) == 2:
                break
        first, second = found
        return [a for a, b in zip(first, second) if a is b][-1]
