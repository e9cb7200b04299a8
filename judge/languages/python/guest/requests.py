"""Answer the judge's requests in one program: load a source, prepare, call and read its cases."""

import contextlib
import gc
import json
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from sys import setrecursionlimit
from types import ModuleType
from typing import Any

from sandbox import frames

from . import faults, hints, loading, nodes, playing, recursion, remote, values, vendored
from .channel import Channel
from .faults import SoftLimitError

#: From this size in bytes on, a case is built with the garbage collector switched off.
BULKY = 65_536
#: The soft limit of a step without one: only the judge's SIGALRM stops it.
DISTANT_SECONDS = 86_400.0

OK = b'{"ok":null}'


class Guest:
    """The state of one program: its submission, the current case and the soft limit."""

    def __init__(self, channel: Channel, suite: ModuleType | None = None) -> None:
        self._channel = channel
        #: The module `suite`, where suites of tests are played.
        self._suite = suite
        #: What answers CALL alone: a suite of tests, or an implementation that one asks.
        self._alone: Callable[[bytes], bytes] | None = None
        self._tests: Any = None
        self._decode = json.JSONDecoder().raw_decode
        self._program: loading.Program | None = None
        self._case: playing.Case | None = None
        self._built: list[list[Any]] = []
        self._timeout = vendored.timeout()
        self._asked = ""
        self._request = b""
        #: How an answer is read, where that is not as usual.
        self._reading: dict[str, bool] = {}
        self._limited: Callable[[], None] = _nothing
        self._printed = sys.stdout, sys.stderr

    def handlers(self) -> Mapping[int, Callable[[bytes], bytes]]:
        """Return what answers each kind of request."""
        return {
            frames.LOAD: self.load,
            frames.PREPARE: self.prepare,
            frames.CALL: self.call,
            frames.READ: self.read,
            frames.SETTLE: self.settle,
            frames.BUILD: self.build,
            frames.VOLLEY: self.volley,
        }

    def build(self, payload: bytes) -> bytes:
        """Build the arguments of a case before a source is loaded, and keep them in order."""
        header, arguments = self._headed(payload)
        collecting = _stop_collecting(payload)
        given = self._json(arguments)
        del arguments  # as long as the payload: its memory may be needed to build
        self._built.append(nodes.build_ahead(header, given, len(self._built)))
        if collecting:
            _collect_again()
        return OK

    def load(self, payload: bytes) -> bytes:
        """Load the submission; the reply names its entry or says why there is none."""
        if self._alone is not None:
            # The last source may have set another limit.
            setrecursionlimit(recursion.python_calls())
        header, source = self._headed(payload)
        if header.get("modules"):
            vendored.install(header["modules"])
            self._timeout = self._timeout or vendored.timeout()
        interface = header["interface"]
        seconds = header.get("soft_seconds") or DISTANT_SECONDS
        seed = header.get("seed") or 0
        if header.get("recursion"):
            recursion.keep_limit(header["recursion"])
        if interface["kind"] == "tests":
            return self._load_suite(header, source)
        threads = _threads() if interface.get("threads") else None
        bounds = None if threads is None else threads.Limits(self._keeps_prints)
        try:
            program = loading.load(interface, source, self._limiter(seconds), seed, bounds)
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
        if self._suite is None:
            return _reply(error=_mistake("no suite of tests can be played here"))
        self._suite.relocate(header.get("modules") or {})
        try:
            self._tests = self._suite.Suite(header["interface"], source, self._channel.ask)
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
            elif isinstance(case, playing.ClassCase):
                # A reference is a JSON object, and most batches have none.
                case.prepare(self._json(payload), may_refer=b"{" in payload)
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

    def _headed(self, payload: bytes) -> tuple[dict[str, Any], bytes]:
        """Return the header of a request that has one, and what follows it."""
        end = 4 + int.from_bytes(payload[:4], "big")
        return self._json(payload[4:end]), payload[end:]

    def _json(self, payload: bytes) -> Any:
        return self._decode(payload.decode("utf-8", "surrogatepass"))[0]

    def _source(self) -> list[str]:
        if self._tests is not None:
            lines: list[str] = self._tests.lines
            return lines
        return self._program.source if self._program else []

    def _limiter(self, seconds: float) -> loading.Limit:
        if self._timeout is None:
            return loading.unlimited
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
