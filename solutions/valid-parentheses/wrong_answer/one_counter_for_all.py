"""Wrong: counts the open ones and forgets their kinds: "(]" passes."""


def is_valid(s):
    open_now = 0
    for c in s:
        open_now += 1 if c in "([{" else -1
        if open_now < 0:
            return False
    return open_now == 0
