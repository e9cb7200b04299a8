"""Call the code of packages that nobody trusts: in the sandbox, in a program for each file.

Such a program is sent the sources and knows no folder of the host. The sandbox's clocks bound its
calls; its replies are read by `replies`, and what it prints is logged. Makes the processes
of `sandbox.Sandbox`: a fork server with Hypothesis and one without, and others for data.py, which
needs room for its files.
"""

import os
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from judge.errors import HostError, UntrustedError
from judge.problems.author.call import MAKER, Call, PackageFile, Reply, at_line, line_of
from judge.problems.author.prints import PrintLog
from judge.problems.author.replies import replies_of
from judge.problems.author.sources import sources_of
from judge.values import StrangeError, escape
from sandbox import (
    MIB,
    Ending,
    Guest,
    Limit,
    Policy,
    Printed,
    Sandbox,
    SandboxError,
    Step,
    Tier,
    strongest,
)

#: The replies to one request together.
REPLY_BYTES = 128 * MIB
#: The files that a data.py may make together.
DATA_BYTES = 512 * MIB
CODE = Policy(Tier.FULL, memory_bytes=1024 * MIB, answer_bytes=REPLY_BYTES)
DATA = replace(CODE, memory_bytes=CODE.memory_bytes + DATA_BYTES, scratch_bytes=DATA_BYTES)
#: Where a data.py makes its files: in the scratch of its program, which only tier full has.
DATA_FOLDER = "/tmp/data"  # noqa: S108 - the scratch of the sandbox, a tmpfs of its own
#: How strong the sandbox must be, whatever tier submissions have.
CODE_TIERS, DATA_TIERS = (Tier.FULL, Tier.LANDLOCK), (Tier.FULL,)
#: How long a new program may take to read the sources.
LOAD = Limit(30.0, 60.0)
#: How long a call that is over its bound has to say where it is.
TRACE_SECONDS = 10.0
#: A program of so much CPU time is replaced: its rlimit, a backstop, is not far.
SPENT_SECONDS = 600.0
#: What faulthandler writes above the lines of a thread.
TRACE = b"(most recent call first):"


class JailedRunning:
    """One program for the code of one file of a package, from its start to its end.

    Raises `UntrustedError` where this host has no sandbox that is strong enough, and `AuthorError`
    for files of the package that cannot be read.
    """

    def __init__(self, file: PackageFile) -> None:
        self.owner = os.getpid()
        self._package = _package_of(file)
        sources = sources_of(file)
        try:
            sandbox = _sandbox_for(file, sources.guest)
            self._session = sandbox.session()
            packed = sources.packed(sandbox.shown_modules, REPLY_BYTES)
            step = self._session.load(b"", packed, LOAD)
        except SandboxError as error:
            raise HostError(f"{error}. `judge doctor` tells what this host gives") from error
        if not step.replied:
            self._session.close()
            raise HostError(f"the sandbox for the code of packages fails at once: {step.detail}")
        self._interrupted = False
        self._spent = 0.0
        self._log = PrintLog()
        self._call: Call | None = None
        self._replies: deque[Reply] = deque()

    def serves(self, file: PackageFile) -> bool:
        """Whether calls of a file may be sent here: no package meets what another has left."""
        fresh = self._spent < SPENT_SECONDS and not self._interrupted
        return fresh and _package_of(file) == self._package

    def send(self, calls: Sequence[Call]) -> None:
        """Do nothing: a request is sent when its reply is wanted."""

    def receive(self, call: Call) -> Reply:
        """Return the next reply. Raises `AuthorError` if there is none within the allowance."""
        request = b""
        if self._call is not call:
            self._call, request = call, call.request[16:]
            self._replies.clear()
        if not self._replies:
            self._replies.extend(self._exchange(call, request))
        return self._replies.popleft()

    def _exchange(self, call: Call, request: bytes) -> list[Reply]:
        call.begun = 1
        allowance, before = call.allowance, self._session.waited_seconds()
        left = max(allowance.left, 0.0)
        try:
            step = self._session.call(request, Limit(left, left, TRACE_SECONDS))
        except SandboxError as error:
            raise HostError(f"{error}. `judge doctor` tells what this host gives") from error
        waited = max(self._session.waited_seconds() - before, 0.0)
        allowance.left -= max(step.wall_seconds - waited, 0.0)
        self._spent += step.cpu_seconds
        printed, line = self._printed(call)
        self._log_prints(call, printed)
        if not step.replied:
            raise self._ended(call, step, line)
        try:
            return replies_of(step.payload, call.operation)
        except StrangeError as error:
            reason = f"what it gives cannot be read: {error}"
            raise call.file.fault(call.function, reason, "Give plain values") from None

    def _printed(self, call: Call) -> tuple[bytes, int | None]:
        """Return what was printed, and the line that faulthandler has named behind it."""
        printed: Printed = self._session.take_printed()
        whole = printed.first + printed.last
        if not self._session.ended or TRACE not in whole:
            return whole, None
        text, _, trace = whole.rpartition(TRACE)
        return text.rpartition(b"\n")[0], line_of(call.file, trace.decode("ascii", "replace"))

    def _log_prints(self, call: Call, printed: bytes) -> None:
        for line in filter(None, printed.split(b"\n")):
            self._log.add(call.file.path, line)

    def _ended(self, call: Call, step: Step, line: int | None) -> Exception:
        """Return the error for a call that the sandbox has ended."""
        if self._interrupted:
            return call.file.fault(call.function, "it was interrupted", "Try again")
        if step.ending in (Ending.CPU_LIMIT, Ending.WALL_LIMIT):
            return call.file.hang(call.function, call.allowance.seconds, line)
        if step.ending is Ending.VIOLATION:
            line = line or _line_told(call, step)
        reason, mend = {
            Ending.MEMORY_LIMIT: ("it takes more than 1 GiB of memory", "Use less"),
            Ending.PRINTED_LIMIT: ("it prints more than 16 MiB", "Print less"),
            Ending.ANSWER_LIMIT: ("it makes more than 128 MiB", "Make less"),
            Ending.VIOLATION: (f"the sandbox forbids what it does ({step.detail})", "Remove that"),
            Ending.BREACH: ("it writes where the judge reads its replies", "Remove that"),
        }.get(step.ending, (f"its process has ended: {step.detail}", "Mend the file"))
        reason = f"{escape(reason, 400)}{at_line(line)}"
        return call.file.fault(call.function, reason, mend, line=line)

    def interrupt(self) -> None:
        """End the program because nobody wants its answer any more. Safe from any thread."""
        self._interrupted = True
        self.kill()

    def kill(self) -> None:
        """Make a call that runs fail. Safe from any thread."""
        self._session.cancel()

    def close(self) -> None:
        """End the program, and free what it took here."""
        self._session.close()


def _package_of(file: PackageFile) -> tuple[object, ...]:
    return file.trusted, file.path, file.version


def _line_told(call: Call, step: Step) -> int | None:
    """Return the line that a reply beside a forbidden act names: no more than a hint."""
    try:
        *_, last = replies_of(step.payload, call.operation)
    except StrangeError:
        return None
    line: int | None = last.get("error", {}).get("line")
    return line


_LOCK = threading.Lock()
#: The fork servers of this process, by what their programs may do and import.
_SANDBOXES: dict[tuple[object, ...], tuple[int, Sandbox]] = {}


def _sandbox_for(file: PackageFile, guest: Guest) -> Sandbox:
    """Return the fork server for a file. Raises `UntrustedError` where there can be none."""
    data = file.path.name == MAKER
    policy, tiers = (DATA, DATA_TIERS) if data else (CODE, CODE_TIERS)
    wanted = policy, tuple(guest.modules), tuple(guest.options)
    with _LOCK:
        owner, known = _SANDBOXES.get(wanted, (0, None))
        if known is not None and owner == os.getpid() and known.alive:
            return known
        try:
            made = strongest(policy, guest, tiers)
        except SandboxError as error:
            raise UntrustedError(file.slug, file.path.parent, str(error)) from error
        _SANDBOXES[wanted] = os.getpid(), made
        return made


def end_jails() -> None:
    """End the fork servers of this process."""
    with _LOCK:
        for owner, sandbox in _SANDBOXES.values():
            if owner == os.getpid():
                sandbox.close()
        _SANDBOXES.clear()
