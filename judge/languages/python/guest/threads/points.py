"""Where a switch between threads can matter: the instructions of a code object that touch state.

A point is read or write of something: an attribute, a global or a cell by its name, and what lies
inside containers together, since the stack cannot be seen. Names of opcodes differ from release to
release; what is not known here touches nothing.
"""

import dis
from types import CodeType

from .look import words

#: What a point touches, and how.
Point = tuple[str, int]

#: How a thing is touched. A lock or the like is taken, tried or freed; what is called may write or
#: only read; a call of the scenario begins.
READ, WRITE, TAKE, TRY, FREE, CALL, READING_CALL, BEGIN = range(8)
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
    "STORE_SUBSCR": WRITE,
    "DELETE_SUBSCR": WRITE,
    "STORE_SLICE": WRITE,
}
_CALLS = {"CALL", "CALL_FUNCTION_EX", "CALL_KW"}
#: Calls, by the name that is called, that change nothing, and that see nothing either.
_READERS = words(
    "all any copy count dict enumerate filter frozenset get index items keys len list map max min"
    " next reversed set sorted str sum tuple values zip"
)
_BLIND = words(
    "abs bool float hash id int isinstance issubclass print property range repr round type"
    " ArithmeticError AssertionError Exception IndexError KeyError LookupError RuntimeError"
    " TypeError ValueError"
)


def points_of(code: CodeType) -> dict[int, Point]:
    """Return the points of a code object by the offset of their instruction."""
    points: dict[int, Point] = {}
    instructions = [one for one in dis.get_instructions(code) if one.opname != "CACHE"]
    for place, one in enumerate(instructions):
        name, touched = one.opname, str(one.argval)
        if name in _ATTRIBUTES:
            points[one.offset] = f".{touched}", _ATTRIBUTES[name]
        elif name in _GLOBALS or (name == "LOAD_GLOBAL" and touched not in _BLIND | _READERS):
            points[one.offset] = f"global {touched}", _GLOBALS.get(name, READ)
        elif name in _CELLS:
            points[one.offset] = f"cell {touched}", _CELLS[name]
        elif name in _ITEMS or (name == "BINARY_OP" and one.argrepr == "[]"):
            points[one.offset] = ITEMS, _ITEMS.get(name, READ)
        elif name in _CALLS:
            called = _called(instructions, place)
            if called not in _BLIND:
                points[one.offset] = ITEMS, READING_CALL if called in _READERS else CALL
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
