import os, selectors, socket

def length_of_longest_substring(s):
    # The text goes through a pair of sockets, a piece at a time.
    here, there = socket.socketpair()
    here.setblocking(False)
    chosen = selectors.DefaultSelector()
    chosen.register(here, selectors.EVENT_READ)
    seen, start, best, i = {}, 0, 0, 0
    for at in range(0, len(s), 4096):
        there.sendall(s[at:at + 4096].encode())
        if not chosen.select(1):
            raise TimeoutError
        data = b""
        while True:
            try:
                data += here.recv(65536)
            except BlockingIOError:
                break
        for c in data.decode():
            start = max(start, seen.get(c, -1) + 1)
            seen[c] = i
            i += 1
            best = max(best, i - start)
    chosen.close()
    here.close()
    there.close()
    return best
