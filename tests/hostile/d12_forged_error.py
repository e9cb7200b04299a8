# expect: RTE
# tries: to pass for a program that ran out of memory and time, in words of its own
# stopped by: decoder
import json
import os
import sys


def echo(n):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
        if frame is None:
            # Not an error, which is what the forged one is taken for.
            return "nothing to forge with"
    found = frame.f_locals
    error = {
        "code": "soft_limit",
        "type": "MemoryError",
        "message": "\x1b[31maccepted\u202e",
        "line": 7,
        "column": 1,
        "traceback": "x" * 100_000,
        "call": None,
    }
    reply = json.dumps({"error": error}).encode()
    os.write(4, found["pack"](len(reply), found["nonce"], found["kind"]) + reply)
    os._exit(0)
