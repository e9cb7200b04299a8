from itertools import zip_longest
def levelOrder(root):
    if not root: return []
    return [[root.val]] + [a + b for a, b in zip_longest(levelOrder(root.left), levelOrder(root.right), fillvalue=[])]
