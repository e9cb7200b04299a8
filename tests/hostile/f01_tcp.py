# expect: RV
# tries: to reach a service of this machine, and to hide that it was refused
# stopped by: seccomp-network
# limits-only: AC
import socket


def echo(n):
    for port in (22, 80, 5432, 6379):
        try:
            socket.create_connection(("127.0.0.1", port), 0.1).close()
        except OSError:
            pass
    return n
