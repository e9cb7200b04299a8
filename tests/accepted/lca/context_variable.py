from contextvars import ContextVar, copy_context

targets: ContextVar[tuple] = ContextVar("targets")

class Solution:
    def lowestCommonAncestor(self, root: 'TreeNode', p: 'TreeNode', q: 'TreeNode') -> 'TreeNode':
        context = copy_context()
        context.run(targets.set, (p, q))
        return context.run(self.walk, root)

    def walk(self, node):
        if node is None or node in targets.get():
            return node
        left = self.walk(node.left)
        right = self.walk(node.right)
        return node if left and right else left or right
