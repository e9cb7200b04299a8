# expect: WA|RV|OLE
# tries: to have the judge make millions of objects out of few bytes
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
    data = pack(len(reply), nonce, kind) + reply
    while data:
        data = data[os.write(4, data) :]
    os._exit(0)


def echo(n):
    raw(b'{"ok":[' + b"[]," * 5_500_000 + b"[]]}")
