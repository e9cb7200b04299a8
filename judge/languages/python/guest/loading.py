"""Load a submission: its bytes become a real module with a known entry."""

import linecache
import random
import sys
import warnings
from collections.abc import Callable, Mapping
from types import CodeType, ModuleType
from typing import Any, NamedTuple, Protocol

from . import faults, hints, prelude, recursion
from .candidates import MODULE, folded
from .entry import Entry, EntryError, find_entry, is_solution

#: Wraps a call so that the soft limit can stop it at the running line.
Limit = Callable[[Callable[[], None]], Callable[[], None]]


class Bounds(Protocol):
    """What a kind of problem gives a source, and does not give it."""

    def look(self, text: str) -> None:
        """Look at a source before any of it runs. Raises `LoadError`."""
        ...

    def names_for(self, code: CodeType) -> dict[str, Any]:
        """Return the names that the source may use without making them, builtins among them."""
        ...


class Program(NamedTuple):
    """A loaded submission: what to call, and its source lines for tracebacks."""

    entry: Entry
    module: ModuleType
    source: list[str]
    notes: list[dict[str, Any]]


class LoadError(Exception):
    """Raised when a submission does not load; holds the wire form of the reason."""

    def __init__(self, fault: dict[str, Any]) -> None:
        self.fault = fault
        super().__init__(fault["message"])


def unlimited(function: Callable[[], None]) -> Callable[[], None]:
    """Return a call as it is: the limit where there is none."""
    return function


def load(
    interface: Mapping[str, Any],
    source: bytes,
    limited: Limit,
    seed: int = 0,
    bounds: Bounds | None = None,
) -> Program:
    """Run a submission's top level once, as a module, and find its entry.

    `seed` is that of its `random`; `bounds` are those of its kind of problem, if it has some.
    """
    text, lines = read_text(source)
    if bounds is not None:
        bounds.look(text)
    code = compiled(text, lines)
    module = _module(text, lines)
    given = prelude.names_for(code) if bounds is None else bounds.names_for(code)
    vars(module).update(given)
    random.seed(seed)
    failure = _run(code, module, limited)
    try:
        entry = find_entry(interface, module, given)
    except EntryError as missing:
        raise LoadError(_unfound(missing, failure, code, lines, interface)) from None
    except BaseException as error:  # noqa: BLE001 - inspecting hostile objects may raise anything
        raise LoadError(faults.describe(failure or error, lines)) from None
    notes = [_beside(entry)] if entry.passed_over is not None else []
    if failure is None:
        return Program(entry, module, lines, notes)
    fault = _described(failure, lines, interface)
    if fault["code"] == "soft_limit" or _failed_before_entry(interface, code, module, entry):
        raise LoadError(fault)
    return Program(entry, module, lines, [*notes, _note(fault, faults.outermost_line(failure))])


def read_text(source: bytes) -> tuple[str, list[str]]:
    """Return a source as text, and its lines. Raises `LoadError` unless it is UTF-8."""
    text = _decoded(source)
    return text, text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _described(
    error: BaseException, lines: list[str], interface: Mapping[str, Any]
) -> dict[str, Any]:
    fault = faults.describe(error, lines)
    return hints.explained(fault, error, lines, hints.call_of(interface))


def _unfound(
    missing: EntryError,
    failure: BaseException | None,
    code: CodeType,
    lines: list[str],
    interface: Mapping[str, Any],
) -> dict[str, Any]:
    """Return why there is no entry: what the top level raised, or what was found instead."""
    if failure is not None:
        fault = _described(failure, lines, interface)
    else:
        fault = load_fault(missing.code, str(missing), missing.line)
    if missing.code == "no_entry" and _reads_input(code) and hints.STDIN not in fault["message"]:
        fault["message"] += f"; {hints.STDIN}: the judge {hints.call_of(interface)}"
    return fault


def _reads_input(code: CodeType) -> bool:
    """Whether a source is written as a program that reads standard input."""
    names = set(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            names.update(constant.co_names)
    return not names.isdisjoint({"input", "stdin", "fileinput"})


def _beside(entry: Entry) -> dict[str, Any]:
    message = f"`{entry.label}` was judged; {entry.passed_over} has the entry's name too"
    return {"code": "another_entry", "message": message, "line": None}


def _decoded(source: bytes) -> str:
    try:
        return source.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8: byte 0x{source[error.start]:02x} at offset {error.start}"
        raise LoadError(load_fault("syntax", message, line)) from None


def compiled(text: str, lines: list[str]) -> CodeType:
    """Compile a source. Raises `LoadError` with the line where its syntax is wrong."""
    other = hints.of_text(text)
    if other is not None:
        raise LoadError(load_fault("syntax", other, None))
    try:
        with recursion.shallow(), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a warning would count as printed output
            # A str, which needs no coding cookie; dont_inherit keeps out our own future imports.
            return compile(text, faults.FILENAME, "exec", dont_inherit=True)
    except SyntaxError as error:
        fault = faults.describe_syntax(error)
        hint = hints.of_syntax(error, lines)
        if hint is not None:
            fault["message"] += f" ({hint})"
        raise LoadError(fault) from None
    except (ValueError, OverflowError) as error:
        raise LoadError(load_fault("syntax", str(error), None)) from None
    except (RecursionError, MemoryError):
        raise LoadError(load_fault("syntax", "nested too deeply to compile", None)) from None


def _module(text: str, lines: list[str]) -> ModuleType:
    module = ModuleType(MODULE)
    module.__file__ = faults.FILENAME
    sys.modules[MODULE] = module
    # Without a modification time linecache never drops the entry for the missing file.
    shown = [f"{line}\n" for line in lines]
    linecache.cache[faults.FILENAME] = (len(text), None, shown, faults.FILENAME)
    return module


def _run(code: CodeType, module: ModuleType, limited: Limit) -> BaseException | None:
    try:
        limited(lambda: exec(code, vars(module)))()  # noqa: S102 - the sandbox's whole purpose
    except BaseException as error:  # noqa: BLE001 - SystemExit and KeyboardInterrupt as well
        return error
    return None


def _failed_before_entry(
    interface: Mapping[str, Any], code: CodeType, module: ModuleType, entry: Entry
) -> bool:
    """Whether the top level failed before it bound the entry by its name.

    The entry that was found instead is then just a helper that existed by then.
    """
    wanted = {folded(name) for name in interface["names"]}
    if folded(entry.label.rpartition(".")[2]) in wanted:
        return False
    missing = [name for name in code.co_names if name not in vars(module)]
    return any(folded(name) in wanted or is_solution(name) for name in missing)


def _note(fault: dict[str, Any], line: int | None) -> dict[str, Any]:
    reason = f"{fault['type']}: {fault['message']}" if fault["message"] else fault["type"]
    return {
        "code": "top_level_failure",
        "message": f"the code after the entry failed ({reason}); the entry was judged all the same",
        "line": line,
    }


def load_fault(code: str, message: str, line: int | None) -> dict[str, Any]:
    """Return the wire form of why a source does not load."""
    kind = "SyntaxError" if code == "syntax" else "LookupError"
    return {
        "code": code,
        "type": kind,
        "message": message,
        "line": line,
        "column": None,
        "traceback": "",
    }
