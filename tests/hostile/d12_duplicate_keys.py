# expect: RV
# tries: to send an answer that two readers understand differently
# stopped by: decoder
import os
import sys


def raw(reply):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    found = frame.f_locals
    pack, unpack, size = found["pack"], found["unpack"], found["size"]
    ok = b'{"ok":null}'
    os.write(4, pack(len(ok), found["nonce"], found["kind"]) + ok)
    _length, nonce, kind = unpack(os.read(3, size))
    os.write(4, pack(len(reply), nonce, kind) + reply)
    os._exit(0)


def echo(n):
    raw(b'{"ok":{"t":"dict","t":"int","v":[],"v":"0x1"}}')
