"""Wrong: takes the last open bracket of the kind, wherever it lies: "([)]" passes."""


class Solution:
    def isValid(self, s: str) -> bool:
        stack = []
        for c in s:
            if c in "([{":
                stack.append(c)
                continue
            wanted = "([{"[")]}".index(c)]
            if wanted not in stack:
                return False
            stack.reverse()
            stack.remove(wanted)
            stack.reverse()
        return not stack
