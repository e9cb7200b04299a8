"""Where a switch between threads can matter: the instructions of a code object that touch state.

A point is read or write of something: an attribute, a global or a cell by its name, and what lies
inside containers together, since the stack cannot be seen. Names of opcodes differ from release to
release; what is not known here touches nothing.
"""

import builtins
import dis
from types import CodeType
from typing import NamedTuple

from .look import words


class Call(NamedTuple):
    """An instruction that calls: where it and the next one stand.

    `own` is the name of what it calls if that touches a container itself, such as `sorted`, even
    where it calls functions of the submission on its way; else it is empty.
    """

    code: CodeType
    offset: int
    end: int
    own: str


class Point(NamedTuple):
    """What an instruction touches, and how; and the call, if it is one.

    `into` is the variable that `+=` and the like change in place, if it holds a container; a
    variable of another value is not touched there.
    """

    thing: str
    how: int
    call: Call | None = None
    into: str = ""


#: How a thing is touched. A lock or the like is taken, tried or freed; what is called may write or
#: only read; a call of the scenario begins.
READ, WRITE, TAKE, TRY, FREE, CALL, READING_CALL, BEGIN = range(8)
CALLS = frozenset({CALL, READING_CALL})
ITEMS = "[]"
_ATTRIBUTES = {
    "LOAD_ATTR": READ,
    "LOAD_METHOD": READ,
    "LOAD_SUPER_ATTR": READ,
    "STORE_ATTR": WRITE,
    "DELETE_ATTR": WRITE,
}
_GLOBALS = {"LOAD_NAME": READ, "STORE_GLOBAL": WRITE, "DELETE_GLOBAL": WRITE}
_CELLS = {"LOAD_DEREF": READ, "STORE_DEREF": WRITE, "DELETE_DEREF": WRITE}
_ITEMS = {
    "BINARY_SUBSCR": READ,
    "BINARY_SLICE": READ,
    "CONTAINS_OP": READ,
    "GET_ITER": READ,
    "FOR_ITER": READ,
    "UNPACK_SEQUENCE": READ,
    "UNPACK_EX": READ,
    "LIST_EXTEND": READ,
    "SET_UPDATE": READ,
    "DICT_UPDATE": READ,
    "DICT_MERGE": READ,
    "UNARY_NOT": READ,
    "STORE_SUBSCR": WRITE,
    "DELETE_SUBSCR": WRITE,
    "STORE_SLICE": WRITE,
}
#: Where what an operator gives is kept, if no other thread sees that this is done.
_VARIABLES = ("STORE_FAST", "STORE_DEREF")
_CALLS = {"CALL", "CALL_FUNCTION_EX", "CALL_KW"}
#: Calls, by the name that is called: that change nothing, that do, and that see nothing either.
_READERS = words(
    "all any bool copy count dict enumerate filter frozenset get index items keys len list map max"
    " min repr reversed set sorted str sum tuple values zip"
)
_WRITERS = words(
    "add append appendleft clear discard extend extendleft heapify heappop heappush heapreplace"
    " insert insort next pop popitem popleft remove reverse rotate setdefault sort subtract update"
)
_BLIND = words(
    "abs float hash id int isinstance issubclass print property range round type"
    " ArithmeticError AssertionError Exception IndexError KeyError LookupError RuntimeError"
    " TypeError ValueError"
)
#: Globals that nobody is expected to write: builtins, but no method's name that a global may have.
_FIXED = (_READERS | _BLIND) & frozenset(dir(builtins))


def points_of(code: CodeType) -> dict[int, Point]:
    """Return the points of a code object by the offset of their instruction."""
    points: dict[int, Point] = {}
    instructions = [one for one in dis.get_instructions(code) if one.opname != "CACHE"]
    for place, one in enumerate(instructions):
        name, touched = one.opname, str(one.argval)
        if name in _ATTRIBUTES:
            points[one.offset] = Point(f".{touched}", _ATTRIBUTES[name])
        elif name in _GLOBALS or (name == "LOAD_GLOBAL" and touched not in _FIXED):
            points[one.offset] = Point(f"global {touched}", _GLOBALS.get(name, READ))
        elif name in _CELLS:
            points[one.offset] = Point(f"cell {touched}", _CELLS[name])
        elif name in _ITEMS or (name == "BINARY_OP" and one.argrepr == "[]"):
            points[one.offset] = Point(ITEMS, _ITEMS.get(name, READ))
        elif name == "BINARY_OP" and one.argrepr.endswith("="):
            kept = instructions[place + 1]
            if kept.opname.startswith(_VARIABLES):
                # From 3.13 on one instruction may keep two variables, or load the second.
                into = kept.argval if isinstance(kept.argval, str) else kept.argval[0]
                points[one.offset] = Point(ITEMS, WRITE, into=into)
        elif name in _CALLS:
            called = _called(instructions, place)
            if called not in _BLIND:
                own = called if called in _READERS | _WRITERS else ""
                call = Call(code, one.offset, instructions[place + 1].offset, own)
                how = READING_CALL if called in _READERS else CALL
                points[one.offset] = Point(ITEMS, how, call)
    return points


def _called(instructions: list[dis.Instruction], place: int) -> str:
    """Return the name of what an instruction calls, if it was loaded by name just before."""
    call = instructions[place]
    if call.opname == "CALL_FUNCTION_EX":
        return ""
    wanted = (call.arg or 0) + (call.opname == "CALL_KW")
    for one in reversed(instructions[:place]):
        if one.opname in {"PRECALL", "KW_NAMES", "PUSH_NULL", "EXTENDED_ARG", "NOP", "RESUME"}:
            continue
        effect = _effect(one)
        if effect is None:
            return ""
        if wanted <= 0:
            return str(one.argval) if one.opname in _LOADERS else ""
        wanted -= effect
    return ""


_LOADERS = {"LOAD_ATTR", "LOAD_METHOD", "LOAD_GLOBAL", "LOAD_NAME", "LOAD_FAST", "LOAD_DEREF"}
_ONE = ("LOAD_FAST", "LOAD_CONST", "LOAD_DEREF", "LOAD_NAME", "LOAD_GLOBAL", "LOAD_SMALL_INT")
_TWO = ("LOAD_FAST_LOAD_FAST", "LOAD_FAST_BORROW_LOAD_FAST_BORROW")


def _effect(one: dis.Instruction) -> int | None:
    """Return by how much a simple instruction raises the stack; None for any other."""
    if one.opname in _TWO:
        return 2
    if one.opname.startswith(_ONE):
        return 1
    if one.opname in {"BINARY_SUBSCR", "BINARY_OP", "COMPARE_OP"}:
        return -1
    return 0 if one.opname in {"LOAD_ATTR", "COPY_FREE_VARS"} else None
