"""Trace the submission's own code by its instructions, and bring the schedule to its points."""

import contextlib
import sys
from collections import deque
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any

from .. import faults
from . import scheduler
from .points import Point, points_of

_HERE = __file__.rpartition("/")[0]
_CONTEXTS = contextlib.contextmanager.__code__.co_filename
_CHANGED_IN_PLACE = (list, set, dict, deque, bytearray)
_Local = Callable[[FrameType, str, Any], Any]
#: What traces each code object, by its identity: equal ones have their own points.
_locals: dict[int, tuple[CodeType, _Local]] = {}


def begin() -> None:
    """Trace the current thread from its next call on."""
    sys.settrace(_calls)


def ask_for_instructions() -> None:
    """Have instructions traced: Python 3.12 looks for them only once a frame has asked."""
    sys._getframe().f_trace_opcodes = True  # noqa: SLF001 - documented, for implementations


def is_lost() -> bool:
    """Whether the current thread is no longer traced: what traces it has failed."""
    return sys.gettrace() is not _calls


def _calls(frame: FrameType, _event: str, _arg: Any) -> _Local | None:
    code = frame.f_code
    known = _locals.get(id(code))
    if known is None:
        known = _locals[id(code)] = code, _local(code)
    local = known[1]
    schedule = scheduler.here()
    # What the scenario calls before and after its threads runs alone.
    if schedule is None or local is _elsewhere or schedule.current.number == 0:
        return None
    if schedule.calling is not None:
        _forget(schedule, frame)
    if local is _guest or local is _contexts:
        return None
    frame.f_trace_opcodes = True
    frame.f_trace_lines = False
    return local


def _elsewhere(_frame: FrameType, _event: str, _arg: Any) -> None:
    """Stand for code of the standard library, which runs without a break."""


def _guest(_frame: FrameType, _event: str, _arg: Any) -> None:
    """Stand for code of this package, which notes its own events."""


def _contexts(_frame: FrameType, _event: str, _arg: Any) -> None:
    """Stand for code of contextlib, which touches nothing but calls what it is given."""


def _forget(schedule: "scheduler.Scheduler", frame: FrameType) -> None:
    """Drop the event of the last call if that is what made this frame, which notes its own.

    Other frames begin after a call as well: at the next `with` or `next`, and in the scenario.
    """
    caller = frame.f_back
    if schedule.calling is None or caller is None or id(caller) != schedule.calling[0]:
        return
    call = schedule.calling[1]
    # An identity may be that of an earlier frame, and a frame may have gone on since.
    is_there = caller.f_code is call.code and call.offset <= caller.f_lasti < call.end
    if is_there and call.own in {"", frame.f_code.co_name}:
        schedule.forget_call()


def _local(code: CodeType) -> _Local:
    if code.co_filename != faults.FILENAME:
        if code.co_filename == _CONTEXTS:
            return _contexts
        return _guest if code.co_filename.startswith(_HERE) else _elsewhere
    point_at = points_of(code).get
    running = scheduler.running

    def local(frame: FrameType, event: str, _arg: Any) -> _Local:
        # Called for every instruction, so nothing is looked up that need not be.
        point = point_at(frame.f_lasti)
        if point is None or event != "opcode" or not running:
            return local
        schedule = running[0]
        if not schedule.ending:
            if schedule.lines is not None:
                _see(schedule, frame)
            thing, how, call, into = point
            if into:
                _change_in_place(schedule, frame, point)
            else:
                schedule.access(thing, how)
            if call is not None:
                schedule.calling = id(frame), call
            if schedule.lines is not None:
                _see(schedule, frame)
        return local

    return local


def _change_in_place(schedule: "scheduler.Scheduler", frame: FrameType, point: Point) -> None:
    """Come to a point where a variable is changed in place, if it holds a container."""
    if issubclass(type(frame.f_locals.get(point.into)), _CHANGED_IN_PLACE):
        schedule.access(point.thing, point.how)
        # Up to 3.12 what was read is written back, variables that are shared by cells too: it must
        # not be what these held before others had their turn.
        frame.f_locals  # noqa: B018 - reads them again


def _see(schedule: "scheduler.Scheduler", frame: FrameType) -> None:
    seen = schedule.current.number, frame.f_lineno or 0
    lines = schedule.lines
    if lines is not None and schedule.concurrent and (not lines or lines[-1] != seen):
        lines.append(seen)
