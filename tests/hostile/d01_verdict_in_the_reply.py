# expect: RV
# tries: to add the fields of a verdict, a time and a count to its answer
# stopped by: outside-check
import os
import sys


def echo(n):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    found = frame.f_locals
    reply = b'{"ok":null,"verdict":"AC","passed":412,"cpu_seconds":0.0}'
    os.write(4, found["pack"](len(reply), found["nonce"], found["kind"]) + reply)
    os._exit(0)
