# expect: WA
# tries: to look at inputs that were sent together with its own, and to answer for its neighbour
# stopped by: outside-check
# unshown: a judge that asks for one answer at a time sends no later input
import json
import sys


def echo(n):
    frame = sys._getframe()
    while frame is not None and not ("cases" in frame.f_locals and "answers" in frame.f_locals):
        frame = frame.f_back
    if frame is None:
        return n if n == 0 else None
    cases, number = frame.f_locals["cases"], len(frame.f_locals["answers"])
    return json.loads(cases[(number + 1) % len(cases)])[0]
