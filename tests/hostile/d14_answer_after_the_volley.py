# expect: WA|AC
# tries: to have a thread put right answers in the place of wrong ones; its time is counted too
# stopped by: outside-check
# unshown: a judge that asks for one answer at a time compares it before the next call
import json
import sys
import threading

started = []


def mend(found):
    while True:
        for number, case in enumerate(found["cases"]):
            if number < len(found["answers"]):
                found["answers"][number] = b'{"ok":%d}' % json.loads(case)[0]


def echo(n):
    frame = sys._getframe()
    while frame is not None and not ("cases" in frame.f_locals and "answers" in frame.f_locals):
        frame = frame.f_back
    if frame is None:
        return n if n == 0 else n + 1
    if not started:
        started.append(threading.Thread(target=mend, args=(frame.f_locals,), daemon=True))
        started[0].start()
    return n + 1
