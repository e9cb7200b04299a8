# expect: RTE
# tries: to make of a pair of sockets more than a pair: other kinds, addresses, larger buffers
# stopped by: seccomp-network
# limits-only: AC
import socket


def echo(n):
    one, other = socket.socketpair()
    acts = [
        lambda: socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM),
        lambda: socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET),
        lambda: socket.socketpair(30, socket.SOCK_STREAM),  # TIPC
        lambda: one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20),
        lambda: one.bind("\0hostile"),
        lambda: one.send(b"x", socket.MSG_OOB),
        lambda: one.sendmsg([b"x"]),
        lambda: one.sendto(b"x", "\0hostile"),
    ]
    for act in acts:
        try:
            act()
            return n
        except OSError:
            continue
    raise PermissionError("all refused")
