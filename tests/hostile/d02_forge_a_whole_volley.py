# expect: RTE
# tries: to write the frame with all answers itself, with the right nonce, and to end then
# stopped by: nonce+outside-check
# unshown: a judge that asks for one answer at a time has no such frame
import json
import os
import struct
import sys


def frame_with(*names):
    frame = sys._getframe()
    while frame is not None and not all(name in frame.f_locals for name in names):
        frame = frame.f_back
    return frame and frame.f_locals


def echo(n):
    found, loop = frame_with("cases", "answers"), frame_with("nonce", "pack")
    if found is not None:
        answers = [b'{"ok":%d}' % json.loads(case)[0] for case in found["cases"]]
        reply = b"".join(struct.pack(">I", len(one)) + one for one in answers * 2)
        os.write(4, loop["pack"](len(reply), loop["nonce"], loop["kind"]) + reply)
    if n != 0:
        os._exit(0)
    return n
