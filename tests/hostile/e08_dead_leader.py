# expect: MLE
# machine: x86_64
# tries: to end its first thread, whose record of memory is the one that is read
# stopped by: memory-counter
import ctypes
import os
import sys
import threading
import time

libc = ctypes.CDLL(None, use_errno=True)


def rest(descriptor, size):
    data = b""
    while len(data) < size:
        data += os.read(descriptor, size - len(data))
    return data


def serve(pack, unpack, size, nonce, kind, n):
    time.sleep(0.05)
    block = bytearray(b"x") * (55 << 20)
    other = bytearray(b"x") * (25 << 20)
    del block, other
    reply = b'{"ok":null}'
    while True:
        os.write(4, pack(len(reply), nonce, kind) + reply)
        length, nonce, kind = unpack(rest(3, size))
        payload = rest(3, length)
        if kind == 2:
            n = int(payload.strip(b"[]"))
        reply = b'{"ok":%d}' % n if kind == 4 else b'{"ok":null}'


def echo(n):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    found = frame.f_locals
    given = (*(found[name] for name in ("pack", "unpack", "size", "nonce", "kind")), n)
    threading.Thread(target=serve, args=given).start()
    libc.syscall(60, 0)  # exit of this thread alone
