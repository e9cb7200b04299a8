# expect: RV
# tries: to reach the services behind Unix sockets: Docker, D-Bus, an abstract name
# stopped by: seccomp-network
import socket


def echo(n):
    for address in ("/var/run/docker.sock", "/run/dbus/system_bus_socket", "\0hostile"):
        try:
            channel = socket.socket(socket.AF_UNIX)
            channel.connect(address)
        except OSError:
            continue
    return n
