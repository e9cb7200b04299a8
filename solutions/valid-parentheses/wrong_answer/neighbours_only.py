"""Wrong: wants each bracket closed at once: "(())" is refused."""


class Solution:
    def isValid(self, s: str) -> bool:
        if len(s) % 2:
            return False
        return all(s[i:i + 2] in ("()", "[]", "{}") for i in range(0, len(s), 2))
