"""The author process: imports the code of packages and calls it for the judge.

The judge starts it (`judge.problems.author.running`) with the numbers of a socket and of a pipe for
tracebacks, and the folders to import from. It is imported and not run as a script, whose bytecode
Python would not keep. A request is a length, a bound in milliseconds and
a marshalled tuple `(operation, file, *arguments)`; a reply is a length and one JSON object, and the
last one says `end`. An operation that has one reply gives it in that, as `reply`. Of several checks
in one request, each begins with a `STEP` in the pipe for tracebacks, where it wakes nobody. At its
start the process needs the standard library alone; Hypothesis comes with the first strategy.

Garbage is collected only while a package's code runs, and not among a large case that it is given:
looking through that again and again would take longer than to check it.
"""

import _thread
import faulthandler
import gc
import importlib.util
import json
import marshal
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from types import ModuleType
from typing import Any, NamedTuple, NoReturn

#: Memory for data and for the stacks of threads, which take 8 MiB each.
MEMORY_BYTES = 1024**3
#: What an odd value or an error says is shown up to this length.
SHOWN = 300
#: The signal that writes where the main thread is to the pipe for tracebacks.
WHERE = signal.SIGUSR1
#: The exit status where the author's code has closed the socket.
CLOSED = 70
#: A call ends the process by itself after so many bounds: then the judge is gone.
GRACE = 4
#: What is written as a check begins; no traceback holds it.
STEP = b"\0"
#: The reply for a right answer.
RIGHT = '{"said": null}'
#: A case of so many bytes is large.
LARGE_BYTES = 256 * 1024
#: What the modules are imported from that packages share: `from _shared import trees`.
SHARED = "_shared"
#: What loads files that are not read from their paths: in the sandbox they are not there.
LOADERS: dict[str, Any] = {}
#: Acts that start a process, or end another one, by the names of their audit events.
FORBIDDEN = {
    "os.fork": "starts a process",
    "os.forkpty": "starts a process",
    "os.exec": "starts a program",
    "os.posix_spawn": "starts a program",
    "os.spawn": "starts a program",
    "os.system": "starts a program",
    "subprocess.Popen": "starts a program",
    "pty.spawn": "starts a program",
    "os.kill": "sends a signal",
    "os.killpg": "sends a signal",
}


class File(NamedTuple):
    """A Python file of a package, what its module is called, and the folder that it shares."""

    path: str
    module: str
    shared: str


class Steps:
    """Says that another of several checks begins, and gives it the whole bound."""

    def __init__(self) -> None:
        self.traces = -1
        self.seconds = 0.0

    def next(self) -> None:
        os.write(self.traces, STEP)
        signal.setitimer(signal.ITIMER_REAL, self.seconds)


STEPS = Steps()


class ForbiddenError(BaseException):
    """Raised in a package's code that does what would outlive or end its process."""


class OddValueError(Exception):
    """Raised for what a function of a package must not do; takes words, and the value if any."""


def start() -> None:
    """Take the numbers and the folders that the judge gave, and answer it."""
    sys.path[:] = sys.argv[4:]
    main(int(sys.argv[1]), int(sys.argv[2]))


def main(channel: int, traces: int) -> None:
    """Answer requests until the judge closes its end of the socket."""
    STEPS.traces = traces
    _limit()
    watch({channel, traces})
    faulthandler.enable(traces)
    faulthandler.register(WHERE, traces, all_threads=False)
    # It says where it is, and then is ended as by an alarm without a handler.
    faulthandler.register(signal.SIGALRM, traces, all_threads=False, chain=True)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace", line_buffering=True)  # type: ignore[union-attr]  # text streams
    gc.disable()
    gc.freeze()
    with open(channel, "rb", 1 << 16, closefd=False) as requests:
        while header := requests.read(16):
            length, bound = int.from_bytes(header[:8]), int.from_bytes(header[8:]) / 1000
            request = marshal.loads(requests.read(length))  # noqa: S302 - the judge wrote it
            STEPS.seconds = GRACE * bound
            signal.setitimer(signal.ITIMER_REAL, GRACE * bound)
            for reply in replies(*request):
                with suppress(Exception):
                    sys.stdout.flush()
                    sys.stderr.flush()
                try:
                    _send(channel, len(reply).to_bytes(8) + reply)
                except OSError:
                    sys.exit(CLOSED)
                signal.setitimer(signal.ITIMER_REAL, GRACE * bound)
            signal.setitimer(signal.ITIMER_REAL, 0)


def _send(channel: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(channel, left) :]


def _limit() -> None:
    """Bound this process, and make it the first to be ended for want of memory."""
    with suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:  # noqa: PTH123 - quick
        file.write("1000")
    for limit, most in ((resource.RLIMIT_DATA, MEMORY_BYTES), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(limit)[1]
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (soft, hard))


def watch(protected: set[int]) -> None:
    """Have what starts or ends processes, or closes `protected` descriptors, raise at its line."""

    def heed(event: str, _arguments: Any) -> None:
        if event in FORBIDDEN:
            raise ForbiddenError(FORBIDDEN[event])

    def leave(status: int = 0) -> NoReturn:
        raise ForbiddenError(f"calls os._exit({status})")

    def closed(close: Callable[..., Any], first: int, *others: Any) -> Any:
        ends = range(first, others[0]) if others and close.__name__ == "closerange" else (first,)
        if any(number in ends for number in protected):
            raise ForbiddenError("closes descriptors that it did not open")
        return close(first, *others)

    closing = {name: getattr(os, name) for name in ("close", "closerange")}
    replacing = os.dup2
    os._exit = leave
    os.abort = lambda: leave(signal.SIGABRT)
    for name, close in closing.items():
        setattr(os, name, lambda *numbers, close=close: closed(close, *numbers))
    os.dup2 = lambda old, new, *more: closed(lambda end: replacing(old, end, *more), new)
    sys.addaudithook(heed)


def replies(operation: str, file: tuple[str, str, str], *arguments: Any) -> Iterator[bytes]:
    """Carry out one request; yield its replies, the last of which ends it."""
    known = File(*file)
    try:
        if operation in SINGLE:
            last = '"reply": ' + SINGLE[operation](known, *arguments)
        else:
            gc.enable()
            for reply in SEVERAL[operation](known, *arguments):
                yield reply.encode("ascii")
            last = '"reply": null'
    except BaseException as error:  # noqa: BLE001 - whatever it is, the author's code raised it
        last = '"error": ' + json.dumps(_described(error, known))
    finally:
        gc.disable()
    # A thread goes on after the call, so the judge ends this process then.
    threads = _thread._count()  # noqa: SLF001 - nothing else counts all threads
    yield f'{{"end": true, {last}, "threads": {threads}}}'.encode("ascii")


def _call(function: Callable[..., Any], *arguments: Any) -> Any:
    """Call a function of a package, which may leave garbage."""
    gc.enable()
    try:
        return function(*arguments)
    finally:
        gc.disable()


def _described(error: BaseException, file: File) -> dict[str, Any]:
    """Return an error as JSON: its type and those above it, its text, the line that raised it."""
    try:
        text = str(error)[:SHOWN]
        words, *values = error.args if isinstance(error, OddValueError) else ("",)
    except Exception:  # noqa: BLE001 - the author's own exception may do anything
        text, words, values = "", "", []
    return {
        "type": type(error).__name__,
        "above": [one.__name__ for one in type(error).__mro__],
        "text": text,
        "line": _line_in(file.path, error),
        "errno": error.errno if isinstance(error, OSError) else None,
        "does": str(error) if isinstance(error, ForbiddenError) else words,
        "values": "".join(values),
        "goes_on": isinstance(error, Exception) and not isinstance(error, MemoryError),
    }


def _line_in(path: str, error: BaseException) -> int | None:
    """Return the innermost line of a file in the traceback of an error."""
    line = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == path:
            line = trace.tb_lineno
        trace = trace.tb_next
    if line is None and isinstance(error, SyntaxError) and error.filename == path:
        line = error.lineno
    return line


_imported: dict[File, ModuleType] = {}


def _module(file: File) -> ModuleType:
    """Import a file of a package, once for each version of it."""
    if file in _imported:
        return _imported[file]
    loader = LOADERS.get(file.path)
    spec = importlib.util.spec_from_file_location(file.module, file.path, loader=loader)
    assert spec is not None  # it ends in .py
    assert spec.loader is not None  # and so has a loader
    module = importlib.util.module_from_spec(spec)
    # as `import` does, since a dataclass looks up its module by name
    sys.modules[file.module] = module
    _share(file)
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[file.module]
        raise
    _imported[file] = module
    return module


def _share(file: File) -> None:
    """Let a file import from the folder that packages share, as it is now."""
    for name in [name for name in sys.modules if name.partition(".")[0] == SHARED]:
        del sys.modules[name]
    package = sys.modules[SHARED] = ModuleType(SHARED)
    package.__path__ = [file.shared]
    importlib.invalidate_caches()


def _import(file: File) -> str:
    """Import a file; say which of its names the judge asks for are there."""
    module = _call(_module, file)
    sizes = getattr(module, "SIZES", None)
    most = getattr(module, "MOST_INPUTS", None)
    found = {
        "sized": hasattr(module, "sized"),
        "sizes": _whole(sizes),
        "most": most if type(most) is int else None,
    }
    return json.dumps(found)


def _whole(sizes: Any) -> list[int | None] | None:
    if not isinstance(sizes, tuple | list):
        return None
    return [size if type(size) is int else None for size in sizes]


def _check_several(file: File, asked: list[tuple[tuple[str, ...], bytes, bytes, Any]]) -> str:
    """Check answers up to the first that is not right; return what the checker says of that one."""
    said = RIGHT
    for one in asked:
        STEPS.next()
        said = _check_sent(file, *one)
        if said != RIGHT or _thread._count():  # noqa: SLF001 - the thread is this check's
            break
    return said


def _check_sent(
    file: File, names: tuple[str, ...], sent: bytes, expected: bytes, actual: Any
) -> str:
    """Decode a case and call the checker; return what it says."""
    arguments, wanted = _decoded(names, sent), json.loads(expected)
    if len(sent) < LARGE_BYTES:
        return _check(file, arguments, wanted, actual)
    gc.freeze()
    try:
        return _check(file, arguments, wanted, actual)
    finally:
        # What it has left behind since the last large case is garbage by now, or in use.
        gc.unfreeze()
        del arguments, wanted, actual
        gc.collect()


def _decoded(names: tuple[str, ...], sent: bytes) -> dict[str, Any]:
    """Decode the arguments of a case; see `judge.kinds.SentCase`."""
    first, *others = sent.split(b"\n")
    values = json.loads(first)[: len(names)]
    for line in others:
        for whole, more in zip(values, json.loads(line), strict=False):
            whole.extend(more)
    return dict(zip(names, values, strict=False))


def _check(file: File, arguments: Any, expected: Any, actual: Any) -> str:
    """Call the checker; return what it says."""
    said = _call(lambda: _module(file).check(arguments, expected, actual))
    match said:
        case None:
            return RIGHT
        case str() if type(said) is str and said.strip():
            return json.dumps({"said": said})
        case (None, str(words)) if words.strip():
            return json.dumps({"said": None, "note": str(words)})
        case (int(call), str(words)) if type(call) is int and call >= 0 and words.strip():
            return json.dumps({"said": [call, str(words)]})
        case _:
            raise OddValueError("returns what no checker may", _shown(said))


def _validate(file: File, arguments: Any) -> str:
    """Call `validate`; return the reason of its refusal, or None."""
    said = _call(lambda: _module(file).validate(arguments))
    if said is not None and (type(said) is not str or not said.strip()):
        raise OddValueError("returns neither None nor a sentence", _shown(said))
    return json.dumps({"said": said})


def _listed(file: File, function: str) -> Iterator[str]:
    """Yield the inputs of `edges` one by one, or of `scales` with their sizes."""
    for item in getattr(_module(file), function)():
        if function == "edges":
            yield _input(item)
            continue
        match item:
            case (int(size), arguments) if type(size) is int and size >= 0:
                yield _input(arguments, size)
            case _:
                raise OddValueError("yields no pair of a size and an input", _shown(item))


def _draw(file: File, count: int, seed: int, known: list[str], strict: bool) -> Iterator[str]:
    """Yield the inputs that Hypothesis draws from `generated`, in that order."""
    sampling = _sampling()
    strategy = _module(file).generated()
    try:
        drawn = sampling.draw(
            strategy, count=count, seed=seed, known=frozenset(known), strict=strict
        )
    except sampling.StrategyError as error:
        raise OddValueError(str(error)) from error
    for arguments in drawn:
        yield _input(arguments)


def _sized(file: File, n: int, seed: int) -> str:
    """Return one input of size n."""
    import random  # noqa: PLC0415 - no checker needs it

    return _input(_call(lambda: _module(file).sized(n, random.Random(seed))))  # noqa: S311 - inputs


def _make(file: File, folder: str) -> Iterator[str]:
    """Make data files; yield how far that has come."""
    from pathlib import Path  # noqa: PLC0415 - few packages have data, and it takes long to import

    for done, total in _module(file).make(Path(folder)):
        yield json.dumps({"done": done, "total": total})


def _warm(_file: File) -> str:
    """Import Hypothesis ahead of the first strategy."""
    return json.dumps({"warm": _sampling().__name__})


def _sampling() -> ModuleType:
    """Import what draws, and Hypothesis with it, without a look for garbage."""
    collecting, known = gc.isenabled(), "judge.problems.sampling" in sys.modules
    gc.disable()
    from judge.problems import sampling  # noqa: PLC0415 - Hypothesis takes long to import

    if not known:
        gc.freeze()
    if collecting:
        gc.enable()
    return sampling


def _input(arguments: Any, size: int | None = None) -> str:
    """Return an input as a reply, written at once: the author's code may change it later."""
    if type(arguments) is not dict:
        raise OddValueError("makes no dict of arguments", _shown(arguments))
    try:
        text = json.dumps(arguments, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        shown = f"{_shown(arguments)} ({error})"
        raise OddValueError("makes what JSON cannot hold", shown) from None
    return f'{{"size": {json.dumps(size)}, "arguments": {text}}}'


def _shown(value: Any) -> str:
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001 - the author's own class may do anything
        text = f"a {type(value).__name__}"
    return text if len(text) <= SHOWN else text[:SHOWN] + "..."


#: The operations that have one reply, and those that have several.
SINGLE: dict[str, Callable[..., str]] = {
    "import": _import,
    "check": _check,
    "check_several": _check_several,
    "validate": _validate,
    "sized": _sized,
    "warm": _warm,
}
SEVERAL: dict[str, Callable[..., Iterator[str]]] = {
    "listed": _listed,
    "draw": _draw,
    "make": _make,
}
