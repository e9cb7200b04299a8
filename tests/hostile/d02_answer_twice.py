# expect: RV
# tries: to send two frames for one request, the first one forged with the right nonce
# stopped by: nonce
import os
import sys


def echo(n):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    found = frame.f_locals
    reply = b'{"ok":null}'
    data = found["pack"](len(reply), found["nonce"], found["kind"]) + reply
    os.write(4, data + data)
    return n
