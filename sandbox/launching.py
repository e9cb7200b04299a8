"""Start the interpreter of a fork server before its configuration is known.

Starting it takes longer than preparing the configuration, so it is started as soon as a sandbox
will be needed, and the policy is sent later. Makes one process.
"""

import contextlib
import json
import resource
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sandbox.errors import SandboxError
from sandbox.guest import Guest
from sandbox.policy import HASH_SEED, STACK_BYTES

#: Both packages are imported without their `__init__`, which the server does not need. It enables
#: the collector once everything is imported: what stays need not be searched for garbage.
_BOOT = """
import gc, sys
gc.disable()
control, sandbox, guest, folder = sys.argv[1:]
for name, place in (("sandbox", sandbox), (guest, folder)):
    package = sys.modules[name] = type(sys)(name)
    package.__path__ = [place]
from sandbox.server import main
main(int(control), guest)
"""
#: How long a fork server may take to end before it is killed.
END_SECONDS = 2.0


class Launched:
    """An interpreter that waits at `control` for its configuration, and then serves `guest`."""

    def __init__(
        self,
        guest: Guest,
        hash_seed: int = HASH_SEED,
        stack_bytes: int = STACK_BYTES,
        interpreter: Sequence[str] = (),
    ) -> None:
        self.guest = guest
        self.hash_seed = hash_seed
        self.stack_bytes = stack_bytes
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        with theirs:
            try:
                self.process = self._start(theirs.fileno(), interpreter or (sys.executable,))
            except OSError as error:
                self.control.close()
                reason = f"{sys.executable} cannot be run"
                raise SandboxError("start the fork server", reason, error.errno) from None

    def _start(self, control: int, interpreter: Sequence[str]) -> "subprocess.Popen[bytes]":
        packages = (str(Path(__file__).resolve().parent), self.guest.name, self.guest.folder)
        flags = ("-s", "-S", "-P", "-X", "utf8")
        environment = {
            "PYTHONHASHSEED": str(self.hash_seed),
            "PYTHONBREAKPOINT": "0",
            # Each arena of the C library reserves 128 MiB; threads share one.
            "MALLOC_ARENA_MAX": "1",
            "LC_ALL": "C.UTF-8",
            # Else `expanduser("~")` asks the C library, which opens a socket to a name service:
            # a forgotten `pdb.set_trace()` would look like a rule violation.
            "HOME": "/",
        }
        with _BigStack(self.stack_bytes):
            return subprocess.Popen(
                [*interpreter, *flags, "-c", _BOOT, str(control), *packages],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(control,),
                start_new_session=True,  # Ctrl-C is the judge's to handle
            )

    def configure(self, values: Mapping[str, Any]) -> None:
        """Send the configuration; if the server has ended, the first wait for it raises."""
        text = json.dumps(values).encode()
        with contextlib.suppress(OSError):
            self.control.sendall(len(text).to_bytes(4, "big") + text)

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def close(self) -> None:
        """Close the control socket and wait for the server to end. Safe to call twice.

        Waits for end of file, which wakes at once, while Popen.wait with a timeout polls.
        """
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            self.control.shutdown(socket.SHUT_WR)
            self.control.settimeout(END_SECONDS)
            while self.control.recv(4096):
                continue
            self.process.wait(END_SECONDS)
        self.control.close()
        if self.alive:
            self.process.kill()
            self.process.wait()


class _BigStack:
    """Raises RLIMIT_STACK while a child is started, for the stack of its main thread.

    The kernel reads the limit at exec (mmap_base), so the server cannot set it itself.
    """

    def __init__(self, size_bytes: int) -> None:
        self._size = size_bytes
        self._before = resource.getrlimit(resource.RLIMIT_STACK)

    def __enter__(self) -> None:
        _soft, hard = self._before
        size = self._size if hard == resource.RLIM_INFINITY else min(self._size, hard)
        resource.setrlimit(resource.RLIMIT_STACK, (size, hard))

    def __exit__(self, *_: object) -> None:
        resource.setrlimit(resource.RLIMIT_STACK, self._before)
