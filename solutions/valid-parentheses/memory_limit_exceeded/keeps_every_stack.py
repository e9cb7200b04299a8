"""Memory-hungry: keeps a copy of the stack after each bracket, to look at later."""


class Solution:
    def isValid(self, s: str) -> bool:
        history = [[]]
        for c in s:
            stack = list(history[-1])
            if stack and stack[-1] + c in ("()", "[]", "{}"):
                stack.pop()
            else:
                stack.append(c)
            history.append(stack)
        return not history[-1]
