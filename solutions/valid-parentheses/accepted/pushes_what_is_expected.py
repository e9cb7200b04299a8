"""Accepted: pushes the closing bracket, in a class with one branch for each kind."""
from typing import List


class Solution:
    def isValid(self, s: str) -> bool:
        stack: List[str] = []
        for ch in s:
            if ch == "(":
                stack.append(")")
            elif ch == "[":
                stack.append("]")
            elif ch == "{":
                stack.append("}")
            elif len(stack) == 0 or ch != stack.pop():
                return False
        return len(stack) == 0
