"""What hostile programs want to reach over a network, inside the vault (vault.py).

A network of its own, which leads nowhere: an address for examples, a cloud's metadata service, a
name server that knows every name, and one port. Without them a program that got as far as the
network would fail all the same, and its layers would have shown nothing.
"""

import contextlib
import socket
import struct
import threading

_OWN, _METADATA = "198.51.100.1", "169.254.169.254"  # the first is for examples (RFC 5737)
_SECRET = b"HTTP/1.0 200 OK\r\nContent-Length: 6\r\n\r\nsecret"
_UP, _SET_ADDRESS, _SET_FLAGS = 1 | 64, 0x8916, 0x8914


def raise_network() -> None:
    """Give this network namespace addresses of its own, and no way out."""
    import fcntl  # noqa: PLC0415 - POSIX only

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as channel:
        fcntl.ioctl(channel, _SET_FLAGS, struct.pack("16sH14x", b"lo", _UP))
        for number, name in enumerate((_OWN, _METADATA), 1):
            address = struct.pack("HH4s8x", socket.AF_INET, 0, socket.inet_aton(name))
            alias = b"lo:%d" % number
            fcntl.ioctl(channel, _SET_ADDRESS, struct.pack("16s16s", alias, address))


class Services:
    """The sockets, bound while that is allowed, and the threads that serve them."""

    def __init__(self) -> None:
        self._metadata = socket.create_server((_METADATA, 80))
        self._names = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._names.bind(("127.0.0.1", 53))
        self._port: socket.socket | None = None
        with contextlib.suppress(OSError):  # a host without IPv6
            self._port = socket.create_server(("::1", 22), family=socket.AF_INET6)

    def serve(self) -> None:
        """Answer until this process ends; the port takes connections by itself."""
        for serve in (self._serve_metadata, self._serve_names):
            threading.Thread(target=serve, daemon=True).start()

    def _serve_metadata(self) -> None:
        while True:
            with contextlib.suppress(OSError), self._metadata.accept()[0] as channel:
                channel.recv(4096)
                channel.sendall(_SECRET)

    def _serve_names(self) -> None:
        while True:
            with contextlib.suppress(OSError):
                question, asker = self._names.recvfrom(4096)
                self._names.sendto(_name_answer(question), asker)


def _name_answer(question: bytes) -> bytes:
    """Say that a name is this network's own address; of IPv6 there is none (RFC 1035, 4.1)."""
    asked = question[12 : question.index(b"\0", 12) + 5]
    wants_ipv4 = asked[-4:-2] == b"\0\1"
    header = question[:2] + struct.pack(">5H", 0x8180, 1, wants_ipv4, 0, 0)
    found = struct.pack(">3HIH", 0xC00C, 1, 1, 60, 4) + socket.inet_aton(_OWN)
    return header + asked + (found if wants_ipv4 else b"")
