"""Accepted: refuses odd lengths first, looks at the top before it pops, and prints at the end."""


class Solution:
    def isValid(self, s: str) -> bool:
        if len(s) % 2 == 1:
            return False
        stack = []
        pairs = {"(": ")", "{": "}", "[": "]"}
        for bracket in s:
            if stack and pairs.get(stack[-1]) == bracket:
                stack.pop()
            else:
                stack.append(bracket)
        return not stack


print(Solution().isValid("()[]{}"))
