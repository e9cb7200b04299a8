"""Wrong: as many of each as of the other: "([)]" and ")(" pass."""


class Solution:
    def isValid(self, s: str) -> bool:
        return s.count("(") == s.count(")") and s.count("[") == s.count("]") and s.count("{") == s.count("}")
