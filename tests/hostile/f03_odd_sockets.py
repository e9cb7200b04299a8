# expect: RV
# tries: to make sockets of odd families: vsock, crypto, netlink, packet, raw, Bluetooth
# stopped by: seccomp-network
# limits-only: AC
import socket


def echo(n):
    for family, kind in ((40, 1), (38, 5), (16, 3), (17, 3), (2, 3), (31, 3)):
        try:
            socket.socket(family, kind)
        except OSError:
            continue
    return n
