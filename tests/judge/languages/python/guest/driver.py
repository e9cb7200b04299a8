"""A guest in a plain process, without any sandbox: requests go in and replies come out.

`Guest` speaks the frames of the supervisor to a real runner, started as the fork server starts
it, so that tests see the bytes that the judge would see.
"""

import json
import os
import resource
import select
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import sandbox
from judge.kinds import kind_of
from judge.languages import python_guest
from judge.values.interface import Interface, Method, Parameter, Shape
from judge.values.replies import Loaded, Malformed, Raised, Returned, decode_load, decode_reply
from sandbox import frames

STACK_BYTES = 1024 * 1024 * 1024
#: As the fork server starts it, without the `__init__` of either package.
PROGRAM = """
import sys
for name, place in {packages!r}.items():
    package = sys.modules[name] = type(sys)(name)
    package.__path__ = [place]
from {guest} import runner
runner.preload({modules!r})
runner.warm_up()
runner.serve(int(sys.argv[1]), int(sys.argv[2]))
"""

LCA = Interface(
    "function",
    ("lowest_common_ancestor",),
    (
        Parameter("root", "TreeNode", Shape.TREE),
        Parameter("p", "TreeNode", Shape.NODE, of="root"),
        Parameter("q", "TreeNode", Shape.NODE, of="root"),
    ),
    "TreeNode",
    Shape.NODE,
)
KTH = Interface(
    "function",
    ("find_kth_largest", "kth_largest"),
    (Parameter("nums", "list[int]"), Parameter("k", "int")),
    "int",
)
ECHO = Interface("function", ("f",), (Parameter("a", "Any"),), "Any")
LIMITER = Interface(
    "class",
    ("RateLimiter",),
    (Parameter("limit", "int"), Parameter("window_ms", "int")),
    methods=(
        Method("allow", (Parameter("client", "str"), Parameter("now_ms", "int")), "bool"),
        Method("seen", (), "int"),
    ),
)

Reply = Returned | Raised | Malformed


class Ended(Exception):  # noqa: N818 - an end is no error of the driver's
    """Raised when the guest's process ended without answering; `status` is as of Popen."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(f"the guest ended with {status}")


class Guest:
    """One runner in its own process; use it as a context manager."""

    def __init__(self, python: str = sys.executable, hash_seed: int = 0) -> None:
        ours, self._request_fd = os.pipe()
        self._reply_fd, theirs = os.pipe()
        package = python_guest()
        places = {"sandbox": str(Path(sandbox.__file__).parent), package.name: package.folder}
        program = PROGRAM.format(packages=places, guest=package.name, modules=dict(package.modules))
        self._process = subprocess.Popen(
            [python, "-s", "-S", "-P", "-c", program, str(ours), str(theirs)],
            pass_fds=(ours, theirs),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={"PYTHONHASHSEED": str(hash_seed)},
            preexec_fn=_deep_stack,  # noqa: PLW1509 - the tests fork from one thread
        )
        os.close(ours)
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def load(
        self, source: str | bytes, interface: Interface = ECHO, **more: Any
    ) -> Loaded | Raised | Malformed:
        """Send a submission; every reply to it is decoded as the judge decodes it.

        `more` are further members of the header.
        """
        shown = {"interface": kind_of(interface).header(interface), "modules": {}}
        header = json.dumps(shown | more).encode()
        data = source if isinstance(source, bytes) else source.encode()
        return decode_load(self.ask(frames.LOAD, frames.load_payload(header, data)))

    def prepare(self, *arguments: Any) -> Reply:
        return decode_reply(self.ask(frames.PREPARE, json.dumps(arguments).encode()))

    def call(self, soft_seconds: float = 20.0) -> Reply:
        payload = json.dumps({"soft_seconds": soft_seconds}).encode()
        return decode_reply(self.ask(frames.CALL, payload))

    def read(self) -> Reply:
        return decode_reply(self.ask(frames.READ, b""))

    def play(self, *arguments: Any, soft_seconds: float = 20.0) -> Reply:
        """Play one whole case and return its answer, or what was raised on the way."""
        for step in (self.prepare(*arguments), self.call(soft_seconds)):
            if not isinstance(step, Returned):
                return step
        return self.read()

    def ask(self, kind: int, payload: bytes) -> bytes:
        """Send one frame and return the payload of the reply, which must echo it."""
        nonce = os.urandom(frames.NONCE_BYTES)
        self.send(frames.frame(kind, nonce, payload))
        length, echoed, answered = frames.HEADER.unpack(self.exactly(frames.HEADER.size))
        assert (echoed, answered) == (nonce, kind)
        return self.exactly(length)

    def send(self, data: bytes) -> None:
        """Write raw bytes to the guest."""
        while data:
            data = data[os.write(self._request_fd, data) :]

    def answers_within(self, seconds: float) -> bool:
        """Wait for bytes of a reply, without reading them."""
        return bool(select.select([self._reply_fd], [], [], seconds)[0])

    def signal(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    def close(self) -> int:
        """Close the channel, as the judge does when it is done, and return the exit status."""
        os.close(self._request_fd)
        self._request_fd = -1
        return self._process.wait(20)

    def printed(self) -> bytes:
        """End the guest and return all it printed."""
        if self._request_fd >= 0:
            self.close()
        assert self._process.stdout is not None
        return self._process.stdout.read()

    def kill(self) -> None:
        """End the guest whatever it does."""
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()
        for descriptor in (self._request_fd, self._reply_fd):
            if descriptor >= 0:
                os.close(descriptor)

    def exactly(self, count: int) -> bytes:
        """Read so many raw bytes of replies. Raises `Ended` when there are not as many."""
        chunks: list[bytes] = []
        while count:
            chunk = os.read(self._reply_fd, min(count, 1 << 20))
            if not chunk:
                raise Ended(self._process.wait(20))
            chunks.append(chunk)
            count -= len(chunk)
        return b"".join(chunks)


def _deep_stack() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_STACK)
    resource.setrlimit(resource.RLIMIT_STACK, (STACK_BYTES, hard))
