# expect: RV
# tries: to send one datagram out
# stopped by: seccomp-network, namespaces
# limits-only: AC
import socket


def echo(n):
    channel = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    channel.sendto(b"hostile", ("198.51.100.1", 9))
    return n
