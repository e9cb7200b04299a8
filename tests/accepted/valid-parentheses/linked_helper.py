class Node:
    def __init__(self, val, next=None): self.val, self.next = val, next
def isValid(s):
    top = None
    pair = dict(zip(')]}', '([{'))
    for c in s:
        if c in pair:
            if top is None or top.val != pair[c]: return False
            top = top.next
        else: top = Node(c, top)
    return top is None
