# Wrong answer: takes the tree for a search tree, where smaller values lie to the left.
class Solution:
    def lowestCommonAncestor(self, root: "TreeNode", p: "TreeNode", q: "TreeNode") -> "TreeNode":
        node = root
        while node:
            if p.val < node.val and q.val < node.val and node.left:
                node = node.left
            elif p.val > node.val and q.val > node.val and node.right:
                node = node.right
            else:
                return node
