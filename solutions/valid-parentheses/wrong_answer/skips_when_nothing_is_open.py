"""Wrong: a closing bracket with nothing open is passed over: "]()" passes."""


class Solution:
    def isValid(self, s: str) -> bool:
        stack = []
        pairs = {")": "(", "]": "[", "}": "{"}
        for c in s:
            if c not in pairs:
                stack.append(c)
            elif stack and stack.pop() != pairs[c]:
                return False
        return not stack
