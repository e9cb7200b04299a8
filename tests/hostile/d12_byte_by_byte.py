# expect: TLE
# tries: to have the judge read 16 MiB in as many pieces as there are bytes, and keep each piece
# stopped by: clock, decoder
import fcntl
import os
import sys

SPACE = b" " * ((16 << 20) - 64)


def rest(descriptor, size):
    data = b""
    while len(data) < size:
        data += os.read(descriptor, size - len(data))
    return data


def drip(data):
    flags = fcntl.fcntl(4, fcntl.F_GETFL)
    # What is written to a pipe is put together there, but not with this flag.
    fcntl.fcntl(4, fcntl.F_SETFL, flags | os.O_DIRECT)
    write = os.write
    for place in range(len(data)):
        write(4, data[place : place + 1])
    fcntl.fcntl(4, fcntl.F_SETFL, flags)


def echo(n):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    found = frame.f_locals
    pack, unpack, size = found["pack"], found["unpack"], found["size"]
    nonce, kind, reply = found["nonce"], found["kind"], b'{"ok":null}'
    space = SPACE
    while True:
        if kind == 4:
            # Between the parts of an object there may be as much space as one likes.
            reply = b'{"ok":{%s"t":"int","v":"%s"}}' % (space, hex(n).encode())
            os.write(4, pack(len(reply), nonce, kind))
            drip(reply) if space else os.write(4, reply)
            space = b""
        else:
            os.write(4, pack(len(reply), nonce, kind) + reply)
        length, nonce, kind = unpack(rest(3, size))
        payload, reply = rest(3, length), b'{"ok":null}'
        if kind == 2:
            n = int(payload.strip(b"[]"))
