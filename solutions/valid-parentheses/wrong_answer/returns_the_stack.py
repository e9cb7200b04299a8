"""Wrong: returns what is left on the stack in place of a bool."""


def is_valid(s):
    stack = []
    for c in s:
        if stack and stack[-1] + c in ("()", "[]", "{}"):
            stack.pop()
        else:
            stack.append(c)
    return stack
