"""Describe what a submission raised, in bounded text, whatever its exception classes do.

Attributes are read through the descriptors of `type` and `BaseException`, which a subclass cannot
shadow. Only `__str__` runs submitted code, where it may fail without harm.
"""

import itertools
from collections import deque
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Any, cast

FILENAME = "solution.py"
MESSAGE_CHARS = 2_000
TRACEBACK_CHARS = 8_000
LINE_CHARS = 200
CHAINED = 3
SHOWN_MEMBERS = 5

_name_of = vars(type)["__name__"].__get__
_traceback_of = vars(BaseException)["__traceback__"].__get__
_cause_of = vars(BaseException)["__cause__"].__get__
_context_of = vars(BaseException)["__context__"].__get__
_quiet = vars(BaseException)["__suppress_context__"].__get__
_members_of = vars(BaseExceptionGroup)["exceptions"].__get__


class SoftLimitError(BaseException):
    """Raised by timeout-decorator at the running line; `except Exception` does not catch it."""


def describe(error: BaseException, source: Sequence[str]) -> dict[str, Any]:
    """Return the wire form of what was raised: type, message, place and traceback."""
    try:
        place = _place(error, source)
        return {
            "code": _code(error),
            "type": _kind(error),
            "message": message(error),
            "line": place[0],
            "column": place[1],
            "traceback": traceback(error, source),
            **_depth(error),
        }
    except BaseException:  # noqa: BLE001 - MemoryError or a signal: report at least that it failed
        return {
            "code": "exception",
            "type": "Exception",
            "message": "(could not be described)",
            "line": None,
            "column": None,
            "traceback": "",
        }


def describe_syntax(error: SyntaxError) -> dict[str, Any]:
    """Return the wire form of an error of compile(), with its line and a caret."""
    text = (error.text or "").rstrip("\r\n")[:LINE_CHARS]
    column = error.offset if error.offset and error.offset > 0 else None
    shown = f'  File "{FILENAME}", line {error.lineno}\n'
    if text.strip():
        shown += f"    {text}\n"
        if column is not None and column <= LINE_CHARS:
            shown += "    " + " " * (column - 1) + "^\n"
    kind = type_name(error)
    reason = str(error.msg)[:MESSAGE_CHARS]
    return {
        "code": "syntax",
        "type": kind,
        "message": reason,
        "line": error.lineno,
        "column": column,
        "traceback": f"{shown}{kind}: {reason}",
    }


def outermost_line(error: BaseException) -> int | None:
    """Return the line of the submission's outermost frame: the statement at top level."""
    return next((_line(step) for step in _steps(error)), None)


def type_name(value: object) -> str:
    """Return at most 100 characters of the name of a value's class, whatever its metaclass."""
    return str.__str__(_name_of(type(value)))[:100]


def message(error: BaseException) -> str:
    """Return `str(error)`, truncated; if `__str__` fails, that is reported instead."""
    if _is_a(error, SoftLimitError):
        return "the time limit had passed while this line was running"
    try:
        text = str.__str__(str(error))
    except BaseException as fault:  # noqa: BLE001 - submitted code may raise anything
        return f"(no message: its __str__ raised {type_name(fault)})"
    if len(text) > MESSAGE_CHARS:
        return text[: MESSAGE_CHARS - 1] + "…"
    return text


def traceback(error: BaseException, source: Sequence[str]) -> str:
    """Return the traceback as Python prints it, with the submission's own frames only."""
    parts: list[str] = []
    current: BaseException | None = error
    for _ in range(CHAINED):
        if current is None:
            break
        parts.append(_one_traceback(current, source))
        current, link = _earlier(current)
        if current is not None:
            parts.append(link)
    if current is not None:
        parts.pop()
    text = "\n\n".join(reversed(parts))
    if len(text) > TRACEBACK_CHARS:
        half = TRACEBACK_CHARS // 2 - 10
        text = f"{text[:half]}\n  ...\n{text[-half:]}"
    return text


def _one_traceback(error: BaseException, source: Sequence[str]) -> str:
    shown = 5 if _is_a(error, RecursionError) else 20
    steps = _steps(error)
    first = [_step_text(step, source) for step in itertools.islice(steps, shown)]
    # There may be very many: keep only those to be shown.
    left_out, last = 0, deque[TracebackType](maxlen=shown)
    for step in steps:
        left_out += len(last) == shown
        last.append(step)
    lines = ["Traceback (most recent call last):", *first] if first else []
    if left_out:
        lines.append(f"  ... {left_out:,} more frames ...")
    lines += [_step_text(step, source) for step in last]
    return "\n".join([*lines, _last_line(error), *_member_lines(error)])


def _last_line(error: BaseException) -> str:
    kind, text = _kind(error), message(error)
    return f"{kind}: {text}" if text else kind


def _kind(error: BaseException) -> str:
    return "TimeoutError" if _is_a(error, SoftLimitError) else type_name(error)


def _is_a(error: BaseException, kind: type[BaseException]) -> bool:
    """Like `isinstance`, but without reading `__class__`, which a submission can fake."""
    return issubclass(type(error), kind)


def _member_lines(error: BaseException) -> list[str]:
    if not _is_a(error, BaseExceptionGroup):
        return []
    members = _members_of(error)
    lines = [f"  + {_last_line(member)[:LINE_CHARS]}" for member in members[:SHOWN_MEMBERS]]
    if len(members) > SHOWN_MEMBERS:
        lines.append(f"  ... {len(members) - SHOWN_MEMBERS:,} more")
    return lines


def _earlier(error: BaseException) -> tuple[BaseException | None, str]:
    cause = _cause_of(error)
    if cause is not None:
        return cause, "The above exception was the direct cause of the following exception:"
    if _quiet(error):
        return None, ""
    return (
        _context_of(error),
        "During handling of the above exception, another exception occurred:",
    )


def _steps(error: BaseException) -> Iterator[TracebackType]:
    """Yield the submission's part of a traceback, outermost first.

    Lines are left to be looked up for what is shown: an endless recursion has 100,000 steps, whose
    description counts as time of the call.
    """
    step: TracebackType | None = _traceback_of(error)
    while step is not None:
        if step.tb_frame.f_code.co_filename == FILENAME:
            yield step
        step = step.tb_next


def _step_text(step: TracebackType, source: Sequence[str]) -> str:
    line = _line(step)
    name = step.tb_frame.f_code.co_name[:100]
    at = f", line {line}" if line is not None else ""
    text = f'  File "{FILENAME}"{at}, in {name}'
    if line is not None and line <= len(source):
        text += f"\n    {source[line - 1].strip()[:LINE_CHARS]}"
    return text


def _line(step: TracebackType) -> int | None:
    """Return the line of a traceback step, or the last line before it if its instruction has none.

    The jump back of a loop has no line, and an alarm often interrupts there. In a forged traceback
    the line may be any number.
    """
    # Typeshed does not allow None here; early releases of Python 3.11 return -1.
    line = cast("int | None", step.tb_lineno)
    if line is None or line == -1:
        lines = step.tb_frame.f_code.co_lines()
        known = [one for start, _, one in lines if one is not None and start <= step.tb_lasti]
        line = known[-1] if known else None
    return line if line is not None and 0 < line < 2**31 else None


def _place(error: BaseException, source: Sequence[str]) -> tuple[int | None, int | None]:
    """Return line and column (from 1, in characters) of the innermost frame."""
    innermost = deque(_steps(error), maxlen=1)
    if not innermost:
        return None, None
    step = innermost.pop()
    line = _line(step)
    positions = step.tb_frame.f_code.co_positions()
    _, _, offset, _ = next(itertools.islice(positions, step.tb_lasti // 2, None), (None,) * 4)
    if offset is None or line is None or line > len(source):
        return line, None
    before = source[line - 1].encode("utf-8", "surrogatepass")[:offset]
    return line, len(before.decode("utf-8", "replace")) + 1


def _depth(error: BaseException) -> dict[str, int]:
    """Return how many calls deep it was, where that is the failure or may be its cause."""
    if not (_is_a(error, RecursionError) or _is_a(error, SoftLimitError)):
        return {}
    return {"depth": sum(1 for _ in _steps(error))}


def _code(error: BaseException) -> str:
    if _is_a(error, SoftLimitError):
        return "soft_limit"
    if _is_a(error, SystemExit):
        return "exit"
    return "exception"
