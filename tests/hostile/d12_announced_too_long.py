# expect: OLE
# tries: to announce an answer of 4 GB, so that the judge makes room for it
# stopped by: decoder, output-caps
import os
import sys


def echo(n):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    found = frame.f_locals
    os.write(4, found["pack"](2**32 - 1, found["nonce"], found["kind"]) + b"x")
    return n
