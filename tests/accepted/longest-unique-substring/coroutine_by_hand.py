from functools import wraps
from inspect import getgeneratorstate

def primed(function):
    @wraps(function)
    def start(*args):
        coroutine = function(*args)
        next(coroutine)
        return coroutine
    return start

@primed
def window():
    seen, start, best, i = {}, 0, 0, 0
    while True:
        letter = yield best
        start = max(start, seen.get(letter, -1) + 1)
        seen[letter] = i
        i += 1
        best = max(best, i - start)

class Solution:
    def lengthOfLongestSubstring(self, s: str) -> int:
        w, best = window(), 0
        for letter in s:
            best = w.send(letter)
        assert getgeneratorstate(w) == "GEN_SUSPENDED"
        w.close()
        return best
