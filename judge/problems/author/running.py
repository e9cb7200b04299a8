"""A running author process: its pipes, its bounds, its prints, and how it ended.

Makes one process in a session of its own, `author_main.py`.
"""

import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from judge.errors import AuthorError
from judge.problems.author.call import Call, PackageFile, Reply, at_line, line_of
from judge.problems.author.prints import PRINTED_LENGTH, PrintLog

#: A wait this long is begun anew: a judge that was stopped meanwhile does not blame an author.
WAIT_SECONDS = 1.0
#: Waiting for a core is forgiven up to as many allowances again.
PATIENCE = 1
#: How long a process has to say where it hangs; it needs that only where it gets no core.
TRACE_SECONDS = 10.0
#: No reply is longer.
REPLY_BYTES = 1 << 30
MAIN = Path(__file__).with_name("author_main.py")
#: Its folder comes last, so that no module there takes the place of one of Python's.
START = "import sys; sys.path.append(sys.argv[3]); import author_main; author_main.start()"
#: What author_main.py writes as it begins another of several checks.
STEP = b"\0"
#: The signal upon which author_main.py says where it is.
WHERE = signal.SIGUSR1
#: The exit status of author_main.py when its socket was closed.
CLOSED = 70


class Running:
    """One process for the code of trusted packages, from its start to its end."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self._interrupted = False
        self._socket, others = socket.socketpair()
        prints, print_end = os.pipe()
        traces, trace_end = os.pipe()
        given = (others.fileno(), print_end, trace_end)
        try:
            self._process = subprocess.Popen(
                [
                    *(sys.executable, "-S", "-s", "-P", "-c", START),
                    *(str(others.fileno()), str(trace_end), str(MAIN.parent), *sys.path),
                ],
                stdin=subprocess.DEVNULL,
                stdout=print_end,
                stderr=print_end,
                pass_fds=given[::2],
                env=_environment(),
                cwd="/",
                start_new_session=True,  # Ctrl-C is the judge's to handle, and what it starts ends
            )
        except BaseException:
            self._socket.close()
            os.close(prints)
            os.close(traces)
            raise
        finally:
            others.close()
            os.close(print_end)
            os.close(trace_end)
        self._prints, self._traces = prints, traces
        for descriptor in (self._socket.fileno(), prints, traces):
            os.set_blocking(descriptor, False)
        self._poll = select.poll()
        self._poll.register(self._socket, select.POLLIN)
        self._poll.register(prints, select.POLLIN)
        self._received = bytearray()
        self._printed = b""
        self._log = PrintLog()
        self._traced = ""

    def serves(self, file: PackageFile) -> bool:
        """Whether calls of a file may be sent here."""
        return file.trusted

    def send(self, calls: Sequence[Call]) -> None:
        """Send requests. Raises `BrokenPipeError` if the process has ended."""
        assert all(call.file.trusted for call in calls), "untrusted code belongs in the sandbox"
        call = calls[0]
        left = memoryview(call.request if len(calls) == 1 else b"".join(c.request for c in calls))
        while left:
            try:
                left = left[self._socket.send(left) :]
            except BlockingIOError:
                self._wait(call, select.POLLOUT)
            except ConnectionError as error:
                raise BrokenPipeError from error

    def receive(self, call: Call) -> Reply:
        """Return the next reply. Raises `AuthorError` if there is none within the allowance."""
        if call.allowance.left <= 0:
            raise self._stuck(call)  # though its replies come fast enough to need no wait
        while True:
            length = int.from_bytes(self._received[:8]) if len(self._received) >= 8 else None
            if length is not None and length > REPLY_BYTES:
                raise call.file.fault(call.function, "it makes over 1 GiB", "Make less")
            if length is not None and len(self._received) >= 8 + length:
                reply: Reply = json.loads(self._received[8 : 8 + length])
                del self._received[: 8 + length]
                if reply.get("end") is True:
                    self._read_traces(call)
                    if self._printed:
                        self._log.add(call.file.path, self._printed)
                        self._printed = b""
                return reply
            self._wait(call, select.POLLIN)
            try:
                data = self._socket.recv(1 << 20)
            except BlockingIOError:
                continue
            except ConnectionError:
                data = b""
            if not data:
                raise self._ended(call)
            self._received += data

    def _wait(self, call: Call, wanted: int) -> None:
        """Wait until the socket can be used; log what is printed meanwhile."""
        allowance = call.allowance
        self._poll.modify(self._socket, wanted)
        while True:
            step = min(WAIT_SECONDS, max(allowance.left, 0.0))
            began = time.monotonic()
            events = dict(self._poll.poll(step * 1000))
            allowance.left -= min(time.monotonic() - began, step)
            if not events:
                allowance.left += self._forgiven(call)
            if self._prints in events:
                self._log_prints(call)
            if self._socket.fileno() in events:
                return
            if self._read_traces(call) and call.begun > 1:
                allowance.left = allowance.seconds
            if allowance.left <= 0:
                raise self._stuck(call)

    def _forgiven(self, call: Call) -> float:
        """Return the seconds that the process has waited for a core since this was asked last."""
        try:
            # proc_pid_schedstat(5): the second number is the time on a run queue, in ns
            now = int(Path(f"/proc/{self._process.pid}/schedstat").read_text().split()[1]) / 1e9
        except (OSError, ValueError, IndexError):
            return 0.0
        before = now if call.queued is None else call.queued
        call.queued = now
        seconds = min(now - before, PATIENCE * call.allowance.seconds - call.forgiven)
        call.forgiven += seconds
        return seconds

    def _stuck(self, call: Call) -> AuthorError:
        """Return the error for a call that takes too long, with the line where it is now."""
        with suppress(ProcessLookupError):
            os.kill(self._process.pid, WHERE)
        line = self._traced_line(call, TRACE_SECONDS)
        return call.file.hang(call.function, call.allowance.seconds, line)

    def _ended(self, call: Call) -> AuthorError:
        """Return the error for a call that ended the process, or whose process was ended."""
        if self._interrupted:
            return call.file.fault(call.function, "it was interrupted", "Try again")
        self._log_prints(call)
        line = self._traced_line(call, 0.2)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1.0)
        status = self._process.poll()
        if status in (None, CLOSED):
            reason, mend = "it closes descriptors that it did not open", "Remove that"
        elif status < 0:
            name = signal.Signals(-status).name if -status in set(signal.Signals) else str(-status)
            reason, mend = f"its process was ended by {name}", "Mend the file"
            if -status == signal.SIGKILL:
                mend = "Use less memory, or free some on this machine"
            elif -status == signal.SIGALRM:  # the process's own bound, where ours came too late
                return call.file.hang(call.function, call.allowance.seconds, line)
        else:
            reason, mend = f"it ends its process with status {status}", "Remove the exit"
        return call.file.fault(call.function, f"{reason}{at_line(line)}", mend, line=line)

    def _traced_line(self, call: Call, seconds: float) -> int | None:
        """Return the innermost line of the package's file in what faulthandler wrote."""
        poll = select.poll()
        poll.register(self._traces, select.POLLIN)
        end = time.monotonic() + seconds
        while "<module>" not in self._traced and "\n  ..." not in self._traced:
            left = end - time.monotonic()
            if left <= 0 or not poll.poll(left * 1000) or not self._read_traces(call):
                break
        return line_of(call.file, self._traced)

    def _read_traces(self, call: Call) -> bool:
        """Keep what has come of a traceback, and count the checks begun; whether there was any."""
        try:
            data = os.read(self._traces, 1 << 16)
        except BlockingIOError:
            return False
        begun = data.count(STEP)
        call.begun += begun
        self._traced += data.replace(STEP, b"").decode("ascii", "replace")
        return bool(data)

    def _log_prints(self, call: Call) -> None:
        with suppress(BlockingIOError):
            data = os.read(self._prints, 1 << 16)
            if not data:
                with suppress(KeyError):  # this end was seen before
                    self._poll.unregister(self._prints)
            *lines, self._printed = (self._printed + data).split(b"\n")
            if not data or len(self._printed) > PRINTED_LENGTH:
                lines, self._printed = [*lines, self._printed], b""
            for line in filter(None, lines):
                self._log.add(call.file.path, line)

    def interrupt(self) -> None:
        """End the process because nobody wants its answer any more. Safe from any thread."""
        self._interrupted = True
        self.kill()

    def kill(self) -> None:
        """End the process and what it has started. Safe from any thread."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def close(self) -> None:
        """End the process, wait for that, and free what it took here."""
        self.kill()
        self._process.wait()
        self._socket.close()
        os.close(self._prints)
        os.close(self._traces)


def _environment() -> dict[str, str]:
    """Return what a process of the author's code sees of ours; its hash seed is always the same."""
    kept = ("HOME", "PATH", "TMPDIR", "TZ", "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")
    return {name: os.environ[name] for name in kept if name in os.environ} | {
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
    }
