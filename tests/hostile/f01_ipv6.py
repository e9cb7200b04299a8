# expect: RV
# tries: to reach the network by IPv6
# stopped by: seccomp-network, namespaces, landlock
# kernel: 6.7
# limits-only: AC
import socket


def echo(n):
    channel = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
    channel.connect(("::1", 22))
    return n
