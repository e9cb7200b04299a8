"""Accepted: a queue of (message, place), iterative, under the camelCase name, prints left in."""
from collections import deque


def decodeDigits(digits):
    done, queue = [], deque([("", 0)])
    while queue and digits:
        message, at = queue.popleft()
        if at == len(digits):
            done.append(message)
            continue
        one, pair = digits[at], digits[at:at + 2]
        if one != "0":
            queue.append((message + chr(64 + int(one)), at + 1))
        if len(pair) == 2 and "10" <= pair <= "26":
            queue.append((message + chr(64 + int(pair)), at + 2))
    print("found", len(done))
    return done
