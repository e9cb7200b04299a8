class Walker:
    def below(self, node, wanted):
        stack = [node]
        while stack:
            n = stack.pop()
            if n is None:
                continue
            if n in wanted:
                return n
            stack += [n.left, n.right]


class Ancestors(Walker):
    def _meeting_point(self, root, p, q):
        while True:
            if root is p or root is q:
                return root
            in_left = self.holds(root.left, p), self.holds(root.left, q)
            if in_left == (True, True):
                root = root.left
            elif in_left == (False, False):
                root = root.right
            else:
                return root

    def holds(self, node, wanted):
        if not hasattr(self, "times"):
            self.times = {}
        if not self.times:
            self._number(self.root)
        return node is not None and self.times[node][0] <= self.times[wanted][0] <= self.times[node][1]

    def _number(self, root):
        order, stack = [], [root]
        while stack:
            n = stack.pop()
            order.append(n)
            stack += [kid for kid in (n.right, n.left) if kid]
        place = {n: i for i, n in enumerate(order)}
        for n in reversed(order):
            last = place[n]
            for kid in (n.left, n.right):
                if kid:
                    last = max(last, self.times[kid][1])
            self.times[n] = (place[n], last)


class Solution(Ancestors):
    def lowestCommonAncestor(self, root, p, q):
        self.root = root
        return super()._meeting_point(root, p, q)
