# expect: RTE
# tries: to make a pair of sockets, which could carry descriptors
# stopped by: seccomp-network
# limits-only: AC
import socket


def echo(n):
    socket.socketpair()
    return n
