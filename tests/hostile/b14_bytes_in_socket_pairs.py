# expect: MLE|RTE
# tries: to pin memory of the kernel in the buffers of pairs of sockets
# stopped by: rlimits
import socket

PAIRS, PART = 400, bytes(65536)


def echo(n):
    kept, held = [], 0
    try:
        while len(kept) < PAIRS:
            pair = socket.socketpair()
            kept.append(pair)
            for end in pair:
                end.setblocking(False)
                try:
                    while True:
                        held += end.send(PART)
                except BlockingIOError:
                    continue
    except OSError as refused:
        print("held", held, refused)
    if held < 48 << 20:
        raise BlockingIOError(f"only {held} bytes were held")
    return n
