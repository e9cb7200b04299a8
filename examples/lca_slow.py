# Time limit exceeded: looks through both subtrees again at every step down.
class Solution:
    def lowestCommonAncestor(self, root: "TreeNode", p: "TreeNode", q: "TreeNode") -> "TreeNode":
        if self.holds(root.left, p) and self.holds(root.left, q):
            return self.lowestCommonAncestor(root.left, p, q)
        if self.holds(root.right, p) and self.holds(root.right, q):
            return self.lowestCommonAncestor(root.right, p, q)
        return root

    def holds(self, tree: Optional["TreeNode"], node: "TreeNode") -> bool:
        waiting = [tree]
        while waiting:
            seen = waiting.pop()
            if seen is node:
                return True
            if seen:
                waiting += [seen.left, seen.right]
        return False
