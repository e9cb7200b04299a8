# expect: RV
# tries: to answer a request before it is sent, with the nonce of an earlier one
# stopped by: nonce, decoder
import os
import sys


def echo(n):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    found = frame.f_locals
    reply = b'{"ok":null}'
    os.write(4, found["pack"](len(reply), found["nonce"], 3) + reply)
    os.write(4, found["pack"](len(reply), found["nonce"], 4) + b'{"ok":%d}  ' % n)
    return n
