# expect: RV
# tries: to send more bytes than it announced
# stopped by: decoder, output-caps
import os
import sys


def echo(n):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    found = frame.f_locals
    os.write(4, found["pack"](1, found["nonce"], found["kind"]) + b'{"ok":null}')
    return n
