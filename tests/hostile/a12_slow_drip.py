# expect: TLE
# tries: to keep the judge reading by half a frame with the right nonce, byte by byte
# stopped by: clock
import os
import sys
import time


def echo(n):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    found = frame.f_locals
    header = found["pack"](1000, found["nonce"], found["kind"])
    for byte in header:
        os.write(4, bytes([byte]))
        time.sleep(0.02)
    while True:
        time.sleep(0.2)
        os.write(4, b" ")
