"""Slow: takes out each pair in turn and asks again, as if the choice mattered: exponential."""


def is_valid(s):
    if not s:
        return True
    for i in range(len(s) - 1):
        if s[i:i + 2] in ("()", "[]", "{}") and is_valid(s[:i] + s[i + 2:]):
            return True
    return False
