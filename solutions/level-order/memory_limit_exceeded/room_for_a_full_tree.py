"""Memory-hungry: sets room aside as if the tree were full: 2^d places at depth d, whatever is there."""


def level_order(root):
    def height(node):
        return 1 + max(height(node.left), height(node.right)) if node else 0

    def place(node, depth, i):
        if node:
            levels[depth][i] = node
            place(node.left, depth + 1, 2 * i)
            place(node.right, depth + 1, 2 * i + 1)

    levels = [[None] * 2**depth for depth in range(height(root))]
    place(root, 0, 0)
    return [[node.val for node in level if node] for level in levels]
