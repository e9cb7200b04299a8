"""Accepted: a small parser that reads what stands inside a bracket by calling itself."""


def isValid(s: str) -> bool:
    pairs = {"(": ")", "[": "]", "{": "}"}
    chars = iter(s + "$")

    def inside(closing):
        for c in chars:
            if c not in pairs:
                return c == closing
            if not inside(pairs[c]):
                return False

    return inside("$")
