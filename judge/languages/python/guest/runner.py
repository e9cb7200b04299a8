"""Serve requests inside the sandbox: one frame in, one frame out, until the channel closes.

`preload` runs once in the fork server, `warm_up` and `serve` in each program forked from it.
Requests are executed here and answered with bytes; clocks, limits, comparison and verdicts stay
outside with the judge. The modules of this package have their own copies of the built-ins, so that
a submission that replaces `len` or `json.dumps` harms only itself.
"""

import builtins
import contextlib
import gc
import importlib
import json
import random
import signal
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from os import _exit, read, write
from sys import setrecursionlimit
from types import ModuleType
from typing import Any, NoReturn

from sandbox import frames

from . import (
    border,
    candidates,
    entry,
    faults,
    files,
    hints,
    loading,
    nodes,
    playing,
    prelude,
    recursion,
    remote,
    stdio,
    substitutes,
    values,
    vendored,
)
from .faults import SoftLimitError

#: The release that submissions run on, for reports.
VERSION = ".".join(map(str, sys.version_info[:3]))
CHUNK = 65_536
#: From this size in bytes on, a case is built with the garbage collector switched off.
BULKY = 65_536
#: The soft limit of a step without one: only the judge's SIGALRM stops it.
DISTANT_SECONDS = 86_400.0

OK = b'{"ok":null}'
#: The module `suite`, in servers for suites of tests only.
_suite: ModuleType | None = None
_OURS = (
    border,
    candidates,
    entry,
    faults,
    files,
    hints,
    loading,
    nodes,
    playing,
    prelude,
    recursion,
    remote,
    stdio,
    substitutes,
    values,
)


def preload(modules: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Import what programs may need, for forks to share; `modules` maps names to paths.

    Returns the names of what programs lack on this host.
    """
    recursion.deepen()
    proof = recursion.Proof()
    vendored.install(modules or {})
    _timeout()
    own = vars(builtins)
    for module in (*_OURS, *_suites(modules or {})):
        vars(module).update({name: own[name] for name in own.keys() - vars(module).keys()})
    globals().update({name: own[name] for name in own.keys() - globals().keys()})
    return proof.missing()


def _suites(modules: Mapping[str, str]) -> tuple[ModuleType, ...]:
    """Import what plays suites of tests, where there are pytest and Hypothesis to play them with.

    These have machine code, which cannot be imported once the root is entered.
    """
    global _suite  # noqa: PLW0603 - the fork server has one guest, this module
    if "pytest" not in modules:
        return ()
    place = modules["pytest"].rpartition("/")[0]
    sys.path.append(place)
    try:
        _suite = importlib.import_module(".suite", __package__)
        _suite.preload()
    finally:
        sys.path.remove(place)
    return _suite, _suite.collecting


def warm_up() -> None:
    """Use the compiler and `inspect` once, so that the first submission need not wait for them.

    In a program this only copies what the server has warmed before a submission comes. The programs
    of a suite follow one another at once, and would but pay for it.
    """
    if _suite is not None:
        return
    interface = {"kind": "function", "names": ["f"], "parameters": [{"name": "a"}]}
    loading.load(interface, b"class Solution:\n    def f(self, a):\n        return a\n", _unlimited)
    values.encode([1, "a", (2,)])
    del sys.modules[candidates.MODULE]
    random.seed(0)


def serve(read_fd: int, write_fd: int, file: str | None = None) -> NoReturn:
    """Answer requests until the channel closes, then end this process.

    `file` is where file arguments are written; None if there is a scratch folder.
    """
    if file is not None:
        files.place = file
    status = 1
    try:
        _settle()
        _answer_all(read_fd, write_fd, Guest(Channel(read_fd, write_fd)))
        status = 0
    finally:
        _exit(status)


def _settle() -> None:
    stdio.open_streams()
    substitutes.install()
    sys.dont_write_bytecode = True
    # Without site these two are missing, and people do use them.
    vars(builtins).update(exit=sys.exit, quit=sys.exit)
    sys.setrecursionlimit(recursion.python_calls())
    # A late SIGALRM of the judge between calls must not kill an honest program.
    signal.signal(signal.SIGALRM, signal.SIG_IGN)


def _answer_all(read_fd: int, write_fd: int, guest: "Guest") -> None:
    handlers = {
        frames.LOAD: guest.load,
        frames.PREPARE: guest.prepare,
        frames.CALL: guest.call,
        frames.READ: guest.read,
        frames.SETTLE: guest.settle,
        frames.BUILD: guest.build,
        frames.VOLLEY: guest.volley,
    }
    pack, unpack, size = frames.HEADER.pack, frames.HEADER.unpack_from, frames.HEADER.size
    buffer = b""
    while True:
        while len(buffer) < size:
            chunk = read(read_fd, CHUNK)
            if not chunk:
                return
            buffer += chunk
        length, nonce, kind = unpack(buffer)
        end = size + length
        if len(buffer) < end:
            buffer = _rest(read_fd, buffer, end)
        payload, buffer = buffer[size:end], buffer[end:]
        guest.channel.nonce = nonce
        try:
            reply = handlers[kind](payload)
        except BaseException as error:  # noqa: BLE001 - a submission's threads may raise here
            reply = guest.failed(error)
        # Of the last request: others may have come meanwhile.
        data = pack(len(reply), guest.channel.nonce, kind) + reply
        sent = write(write_fd, data)
        while sent < len(data):
            sent += write(write_fd, data[sent : sent + 4 * CHUNK])
        if kind == frames.READ:
            # Now, while the judge checks the answer: releasing a large tree takes long.
            # What runs meanwhile is charged to the next request.
            with contextlib.suppress(BaseException):
                guest.forget()


class Channel:
    """The judge's two pipes, for a suite of tests that asks in the middle of a request."""

    def __init__(self, read_fd: int, write_fd: int) -> None:
        self._read_fd = read_fd
        self._write_fd = write_fd
        self.nonce = frames.NO_NONCE

    def ask(self, question: bytes) -> bytes:
        """Reply to the current CALL with a question; return the payload of the next one."""
        data = frames.frame(frames.CALL, self.nonce, question)
        sent = write(self._write_fd, data)
        while sent < len(data):
            sent += write(self._write_fd, data[sent : sent + 4 * CHUNK])
        header = _rest(self._read_fd, b"", frames.HEADER.size)
        length, self.nonce, _kind = frames.HEADER.unpack(header)
        return _rest(self._read_fd, b"", length)


def _rest(read_fd: int, start: bytes, end: int) -> bytes:
    chunks, missing = [start], end - len(start)
    while missing > 0:
        chunk = read(read_fd, min(missing, 1 << 20))
        if not chunk:
            _exit(0)
        chunks.append(chunk)
        missing -= len(chunk)
    return b"".join(chunks)


class Guest:
    """The state of one program: its submission, the current case and the soft limit."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        #: What answers CALL alone: a suite of tests, or an implementation that one asks.
        self._alone: Callable[[bytes], bytes] | None = None
        self._tests: Any = None
        self._decode = json.JSONDecoder().raw_decode
        self._program: loading.Program | None = None
        self._case: playing.Case | None = None
        self._built: list[list[Any]] = []
        self._timeout = _timeout()
        self._asked = ""
        self._request = b""
        #: How an answer is read, where that is not as usual.
        self._reading: dict[str, bool] = {}
        self._limited: Callable[[], None] = _nothing
        self._printed = sys.stdout, sys.stderr

    def build(self, payload: bytes) -> bytes:
        """Build the arguments of a case before a source is loaded, and keep them in order."""
        length = int.from_bytes(payload[:4], "big")
        header = self._json(payload[4 : 4 + length])
        collecting = _stop_collecting(payload)
        given = self._json(payload[4 + length :])
        self._built.append(nodes.build_ahead(header, given, len(self._built)))
        if collecting:
            _collect_again()
        return OK

    def load(self, payload: bytes) -> bytes:
        """Load the submission; the reply names its entry or says why there is none."""
        if self._alone is not None:
            # The last source may have set another limit.
            setrecursionlimit(recursion.python_calls())
        length = int.from_bytes(payload[:4], "big")
        header = self._json(payload[4 : 4 + length])
        if header.get("modules"):
            vendored.install(header["modules"])
            self._timeout = self._timeout or _timeout()
        interface = header["interface"]
        seconds = header.get("soft_seconds") or DISTANT_SECONDS
        seed = header.get("seed") or 0
        if header.get("recursion"):
            recursion.keep_limit(header["recursion"])
        if interface["kind"] == "tests":
            return self._load_suite(header, payload[4 + length :])
        threads = _threads() if interface.get("threads") else None
        bounds = None if threads is None else threads.Limits(self._keeps_prints)
        limiter, source = self._limiter(seconds), payload[4 + length :]
        try:
            program = loading.load(interface, source, limiter, seed, bounds)
        except loading.LoadError as refused:
            return _reply(error=refused.fault)
        finally:
            self._flush()
        self._program, self._request = program, b""
        self._reading = {"views": True} if interface.get("loose") is True else {}
        self._asked = hints.call_of(interface)
        if interface.get("remote"):
            self._alone = remote.Remote(program.entry, interface, vars(program.module)).call
        elif threads is not None:
            self._case = threads.ScenarioCase(program.entry, program.source)
        elif interface["kind"] == "class":
            self._case = playing.ClassCase(program.entry, interface, vars(program.module))
        else:
            own = vars(program.module)
            build = nodes.builder(interface["parameters"], own, header.get("data"))
            self._case = playing.FunctionCase(program.entry, build, interface["returns"])
        return _reply(ok={"entry": program.entry.label, "notes": program.notes})

    def _load_suite(self, header: dict[str, Any], source: bytes) -> bytes:
        if _suite is None:
            return _reply(error=_mistake("no suite of tests can be played here"))
        _suite.relocate(header.get("modules") or {})
        try:
            self._tests = _suite.Suite(header["interface"], source, self.channel.ask)
        except loading.LoadError as refused:
            return _reply(error=refused.fault)
        self._alone = self._call_suite
        return _reply(ok={"entry": "the tests", "notes": []})

    def _call_suite(self, payload: bytes) -> bytes:
        request, tests = self._json(payload), self._tests
        replies: list[bytes] = []
        run = self._limiter(request.get("soft_seconds") or DISTANT_SECONDS)
        try:
            run(lambda: replies.append(tests.call(request)))()
        finally:
            self._flush()
        return replies[0]

    def prepare(self, payload: bytes) -> bytes:
        """Decode the arguments of one case and build its trees, or take what `build` has kept."""
        case = self._case
        if case is None:
            return _reply(error=_mistake("nothing is loaded"))
        collecting = _stop_collecting(payload)
        try:
            case.forget()
            if not payload and self._built:
                case.take(self._built.pop(0))
            else:
                case.prepare(self._json(payload))
        except nodes.UnbuildableError as fault:
            return _reply(error=_mistake(str(fault)))
        finally:
            if collecting:
                _collect_again()
        return OK

    def call(self, payload: bytes) -> bytes:
        """Call the entry on the prepared case under the soft limit; do nothing else."""
        case = self._case
        if case is None:
            if self._alone is not None:
                return self._alone(payload)
            return _reply(error=_mistake("nothing is loaded"))
        if payload != self._request:
            asked = self._json(payload)
            seconds = asked.get("soft_seconds") or DISTANT_SECONDS
            self._request, self._limited = payload, self._limiter(seconds)(case.call)
            case.request = asked
        try:
            self._limited()
            if recursion.ended_threads:
                raise recursion.ended_threads[0]
        except BaseException as raised:  # noqa: BLE001 - SystemExit and KeyboardInterrupt as well
            error = next(iter(recursion.ended_threads), raised)
            fault = faults.describe(error, self._source())
            fault = hints.explained(fault, error, self._source(), self._asked)
            fault["call"] = case.call_index
            self._flush()
            return _reply(error=fault)
        self._flush()
        return OK

    def settle(self, payload: bytes) -> bytes:  # noqa: ARG002 - a SETTLE request is empty
        """Release memory left over from decoding, which would hide what a call itself needs."""
        gc.collect()
        # Imported by the fork server on Linux only.
        syscalls = sys.modules.get("sandbox.syscalls")
        if syscalls is not None:
            syscalls.trim_memory()
        return OK

    def read(self, payload: bytes) -> bytes:  # noqa: ARG002 - a READ request is empty
        """Encode the answer in its current state."""
        case = self._case
        if case is None:
            return _reply(error=_mistake("nothing is loaded"))
        try:
            answer = values.encode(case.result, case.shape, **self._reading)
        except values.TooLargeError:
            fault = _mistake("the answer holds more values than the judge reads")
            return _reply(error=fault | {"code": "answer_limit"})
        except BaseException as error:  # noqa: BLE001 - attributes of nodes run submitted code
            return self.failed(error)
        if len(answer) > BULKY:
            self.forget()  # at once, since the reply needs its memory
        return b'{"ok":' + answer + b"}"

    def volley(self, payload: bytes) -> bytes:
        """Play small cases one after another, up to the first that has no answer.

        The judge plays that one again step by step, and all before it.
        """
        soft, *cases = frames.split(payload)
        answers = []
        for arguments in cases:
            played = self._play_batches if b"\n" in arguments else self._play
            answer = played(arguments, soft)
            if answer is None:
                break
            answers.append(answer)
        return frames.join(answers)

    def _play(self, arguments: bytes, soft: bytes) -> bytes | None:
        """Prepare, call and read; return the answer, or None if there is none."""
        if self.prepare(arguments) != OK or self.call(soft) != OK:
            return None
        answer = self.read(b"")
        if not answer.startswith(b'{"ok":'):
            return None
        self.forget()
        return answer

    def _play_batches(self, arguments: bytes, soft: bytes) -> bytes | None:
        """Play a sequence of calls batch by batch; return a line with the answer of each.

        A batch gets the results of earlier ones as the judge would send them: out of the very bytes
        that the judge will read.
        """
        answers: list[bytes] = []
        results: list[Any] = []
        for line in arguments.split(b"\n"):
            answer = self._play(playing.put_results_in(line, results), soft)
            if answer is None:
                return None
            answers.append(answer)
            told = self._json(answer)["ok"]
            results += told if type(told) is list else told["v"][0]
        return b"\n".join(answers)

    def _keeps_prints(self) -> bool:
        return getattr(self._case, "printing", True)

    def forget(self) -> None:
        """Release the case, outside the timed call."""
        if self._case is not None:
            self._case.forget()

    def failed(self, error: BaseException) -> bytes:
        """Return the reply for an exception outside a call."""
        return _reply(error=faults.describe(error, self._source()))

    def _json(self, payload: bytes) -> Any:
        return self._decode(payload.decode("utf-8", "surrogatepass"))[0]

    def _source(self) -> list[str]:
        if self._tests is not None:
            lines: list[str] = self._tests.lines
            return lines
        return self._program.source if self._program else []

    def _limiter(self, seconds: float) -> loading.Limit:
        if self._timeout is None:
            return _unlimited
        limit: loading.Limit = self._timeout(seconds, timeout_exception=SoftLimitError)
        return limit

    def _flush(self) -> None:
        for stream in self._printed:
            # The submission closed or detached it, or the judge no longer reads it.
            with contextlib.suppress(BaseException):
                stream.flush()


def _stop_collecting(payload: bytes) -> bool:
    """Switch the garbage collector off for a bulky case; return whether it was on."""
    collecting = len(payload) > BULKY and gc.isenabled()
    if collecting:
        gc.disable()
    return collecting


def _collect_again() -> None:
    """Switch the collector on; it never walks the arguments, neither now nor in the timed call."""
    gc.freeze()
    gc.enable()


def _threads() -> Any:
    """Return the package of kind `threads`, which few programs need."""
    return import_module(f"{__package__}.threads.opening")


def _timeout() -> Callable[..., Any] | None:
    """Return the decorator of timeout-decorator; None without that module."""
    module = vendored.import_timeout()
    return None if module is None else module.timeout


def _unlimited(function: Callable[[], None]) -> Callable[[], None]:
    return function


def _nothing() -> None:
    """The callable before any case was prepared."""


def _reply(**members: Any) -> bytes:
    return values.plain(members)


def _mistake(message: str) -> dict[str, Any]:
    return {
        "code": "arguments",
        "type": "ValueError",
        "message": message,
        "line": None,
        "column": None,
        "traceback": "",
    }
