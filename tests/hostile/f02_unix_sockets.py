# expect: RTE
# tries: to reach the services behind Unix sockets: Docker, D-Bus, and to open one of its own
# stopped by: seccomp-network
# limits-only: AC
import socket


def echo(n):
    for address in ("/var/run/docker.sock", "/run/dbus/system_bus_socket", "\0hostile"):
        try:
            channel = socket.socket(socket.AF_UNIX)
            channel.connect(address)
            return n
        except OSError:
            continue
    channel = socket.socket(socket.AF_UNIX)
    channel.bind("\0hostile")
    return n
