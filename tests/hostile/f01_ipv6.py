# expect: RV
# tries: to reach the network by IPv6
# stopped by: seccomp-network
# unshown: the container has no network to reach
# limits-only: RTE
import socket


def echo(n):
    channel = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
    channel.settimeout(0.1)
    channel.connect(("::1", 22))
    return n
