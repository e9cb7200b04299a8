# expect: WA
# tries: to answer in the runner's place, with right nonces and a verdict in the reply
# stopped by: outside-check
import json
import os
import sys


def rest(descriptor, size):
    data = b""
    while len(data) < size:
        data += os.read(descriptor, size - len(data))
    return data


def echo(n):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    found = frame.f_locals
    pack, unpack, size = found["pack"], found["unpack"], found["size"]
    nonce, kind = found["nonce"], found["kind"]
    reply = b'{"ok":null}'
    while True:
        os.write(4, pack(len(reply), nonce, kind) + reply)
        length, nonce, kind = unpack(rest(3, size))
        rest(3, length)
        verdict = {"t": "dict", "v": [["verdict", "AC"], ["passed", True]]}
        reply = b'{"ok":null}' if kind != 4 else b'{"ok":%s}' % json.dumps(verdict).encode()
