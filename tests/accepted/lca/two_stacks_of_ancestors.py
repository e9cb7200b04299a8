class Solution:
    def lowestCommonAncestor(self, root: TreeNode, p: TreeNode, q: TreeNode) -> TreeNode:
        def path_to(target: TreeNode) -> List[TreeNode]:
            stack: List[Tuple[TreeNode, int]] = [(root, 0)]
            trail: List[TreeNode] = []
            while stack:
                node, level = stack.pop()
                trail[level:] = [node]
                if node == target:
                    return trail
                for kid in [node.left, node.right]:
                    if kid != None:
                        stack.append((kid, level + 1))
            return []
        same = [a for a, b in zip(path_to(p), path_to(q)) if a == b]
        return same[-1]
