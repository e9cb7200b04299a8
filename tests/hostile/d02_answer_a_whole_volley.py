# expect: WA
# tries: to answer all cases that were sent together in its first call, and nothing afterwards
# stopped by: outside-check
# unshown: a judge that asks for one answer at a time has no list of them to fill
import json
import sys


def volley():
    frame = sys._getframe()
    while frame is not None and not ("cases" in frame.f_locals and "answers" in frame.f_locals):
        frame = frame.f_back
    return frame and frame.f_locals


def echo(n):
    found = volley()
    if found is None:
        return n if n == 0 else None
    if not found["answers"]:
        found["answers"] += [b'{"ok":%d}' % json.loads(case)[0] for case in found["cases"]]
    return None
