"""Reference: a stack of what is open.

Time: O(n), Space: O(n).
"""

OPENING = {")": "(", "]": "[", "}": "{"}


def is_valid(s):
    stack = []
    for c in s:
        if c not in OPENING:
            stack.append(c)
        elif not stack or stack.pop() != OPENING[c]:
            return False
    return not stack
