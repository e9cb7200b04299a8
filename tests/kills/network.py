"""A network of its own for one machine of a cluster, which can be cut: a namespace and a veth."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator


def available() -> bool:
    """Whether there are the programs that make one; it takes root, too."""
    return all(shutil.which(program) is not None for program in ("ip", "nsenter"))


class Network:
    """A namespace with one cable to this machine. `host` is this machine's address on it."""

    def __init__(self) -> None:
        number = os.getpid()
        self._name = f"judge{number}"
        #: The names of the ends of the cable, here and there: up to 15 characters.
        self._here, self._there = f"jt{number}a", f"jt{number}b"
        # A block of its own for each of the processes that may test at once.
        block = f"10.{128 + (number >> 8) % 128}.{number % 256}"
        self.host, self._guest = f"{block}.1", f"{block}.2"

    def make(self) -> None:
        """Make it, with the cable plugged in."""
        _ip("netns", "add", self._name)
        _ip("link", "add", self._here, "type", "veth", "peer", "name", self._there)
        _ip("link", "set", self._there, "netns", self._name)
        _ip("address", "add", f"{self.host}/30", "dev", self._here)
        _ip("link", "set", self._here, "up")
        _ip("-n", self._name, "address", "add", f"{self._guest}/30", "dev", self._there)
        _ip("-n", self._name, "link", "set", "lo", "up")
        self.mend()

    def within(self) -> list[str]:
        """Return the words before a command that is to run in it."""
        # Not `ip netns exec`: that covers /sys, and with it the cgroups.
        return ["nsenter", f"--net=/run/netns/{self._name}"]

    def cut(self) -> None:
        """Pull the cable out: nothing is told to anybody, packets are gone."""
        _ip("-n", self._name, "link", "set", self._there, "down")

    def mend(self) -> None:
        """Plug it in again."""
        _ip("-n", self._name, "link", "set", self._there, "up")

    def remove(self) -> None:
        """Remove it; the other end of the cable goes with it."""
        _ip("netns", "delete", self._name)


@contextlib.contextmanager
def network() -> Iterator[Network]:
    """Lend a network."""
    made = Network()
    made.make()
    try:
        yield made
    finally:
        made.remove()


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)
