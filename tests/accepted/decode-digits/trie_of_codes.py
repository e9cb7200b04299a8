class Node:
    def __init__(self):
        self.kids = defaultdict(Node)
        self.letter = None

ROOT = Node()
for number in range(1, 27):
    node = ROOT
    for ch in str(number):
        node = node.kids[ch]
    node.letter = chr(64 + number)

class Solution:
    def decodeDigits(self, digits):
        if not digits:
            return []
        memo = {len(digits): [""]}
        for i in reversed(range(len(digits))):
            out, node, j = [], ROOT, i
            while j < len(digits) and digits[j] in node.kids:
                node = node.kids[digits[j]]
                j += 1
                if node.letter:
                    out.extend(node.letter + w for w in memo[j])
            memo[i] = out
        return memo[0]
