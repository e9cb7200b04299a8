"""Wrong: compares values by `is`, which holds for -5 to 256 only: [257,1], 1, 257 gives 1."""


class Solution:
    def lowestCommonAncestor(self, root, p, q):
        wanted = json.loads(json.dumps([p.val, q.val]))

        def search(node):
            if node is None or node.val is wanted[0] or node.val is wanted[1]:
                return node
            left, right = search(node.left), search(node.right)
            return node if left and right else left or right

        return search(root) or root
