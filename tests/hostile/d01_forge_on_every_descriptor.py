# expect: RV
# tries: to write the frames of a whole accepted run to every descriptor there is
# stopped by: nonce
import os
import struct


def echo(n):
    frames = b""
    for kind in (3, 4, 2, 3, 4):
        reply = b'{"ok":0}'
        frames += struct.pack(">I16sB", len(reply), bytes(16), kind) + reply
    for number in range(64):
        try:
            os.write(number, frames)
        except OSError:
            continue
    return n
