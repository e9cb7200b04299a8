class once:
    """A method that is looked up on the instance, as a lazy attribute."""
    def __init__(self, make):
        self.make = make

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        return self if instance is None else self.make(instance)

class Solution:
    @once
    def lowestCommonAncestor(self):
        def solve(root, p, q):
            parent, stack = {root: None}, [root]
            while p not in parent or q not in parent:
                node = stack.pop()
                for kid in (node.left, node.right):
                    if kid:
                        parent[kid] = node
                        stack.append(kid)
            seen = set()
            while p:
                seen.add(p)
                p = parent[p]
            while q not in seen:
                q = parent[q]
            return q
        return solve
