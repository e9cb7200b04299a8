"""Read the replies of a package's code in the sandbox: hostile bytes become replies, or an error.

They are those of `author_main`, one a line. What that never writes is a `StrangeError`: another
shape, a number that JSON does not know, an endless text. What people are shown is escaped and cut.
"""

from collections.abc import Callable
from typing import Any

from judge.problems.author.call import Reply
from judge.values import StrangeError, escape, plain_json

#: Characters of a sentence, of a name, and of what is said of an error.
SENTENCE, NAME, SHOWN = 10_000, 100, 400
#: No size, count or line is larger.
LARGEST = 2**53
#: Operations with one reply, which the last line holds.
SINGLE = frozenset({"import", "check", "check_several", "validate", "sized", "files", "piece"})


def replies_of(payload: bytes, operation: str) -> list[Reply]:
    """Return the replies in a payload; the last one may be the end of the call.

    Raises `StrangeError`.
    """
    try:
        lines = [plain_json(line) for line in payload.split(b"\n")]
    except RecursionError:
        raise StrangeError("it is nested too deeply") from None
    except StrangeError:
        raise
    except ValueError:
        raise StrangeError("it is no JSON") from None
    if not all(type(line) is dict for line in lines):
        raise StrangeError("a reply is no object")
    *replies, last = lines
    look = LOOKS.get(operation)
    if look is None or (operation in SINGLE and (replies or "end" not in last)):
        raise StrangeError("it is no reply to what was asked")
    for reply in replies:
        look(reply)
    if "end" in last:
        return [*replies, _end(last, look if operation in SINGLE else None)]
    look(last)
    return [*replies, last]


def _end(reply: Reply, look: Callable[[Reply], None] | None) -> Reply:
    """Return the end of a call, with its only reply or its error as they may be believed."""
    kind = "error" if "error" in reply else "reply"
    _keys(reply, "end", kind, "threads")
    if reply["end"] is not True:
        raise StrangeError("an end that is none")
    end = {"end": True, "threads": min(_count(reply["threads"]), 1000)}
    if kind == "error":
        return end | {"error": _error(reply["error"])}
    if look is None:
        _require(reply["reply"] is None)
    else:
        _require(type(reply["reply"]) is dict)
        look(reply["reply"])
    return end | {"reply": reply["reply"]}


def _error(error: Any) -> Reply:
    """Return an error with its words cut, those escaped that are shown as they are."""
    _require(type(error) is dict)
    _keys(error, "type", "above", "text", "line", "errno", "does", "values", "goes_on")
    above = error["above"]
    _require(type(above) is list and len(above) <= NAME and type(error["goes_on"]) is bool)
    return {
        "type": escape(_text(error["type"]), NAME),
        "above": [escape(_text(name), NAME) for name in above],
        "text": _text(error["text"])[:SHOWN],
        "line": None if error["line"] is None else _count(error["line"]),
        # What the code met in the sandbox is no fault of this host.
        "errno": None,
        "does": escape(_text(error["does"]), SHOWN),
        "values": _text(error["values"])[:SHOWN],
        "goes_on": error["goes_on"],
    }


def _import(reply: Reply) -> None:
    _keys(reply, "sized", "sizes", "most")
    sizes, most = reply["sizes"], reply["most"]
    _require(type(reply["sized"]) is bool and (most is None or _count(most) >= 0))
    if sizes is not None:
        _require(type(sizes) is list and len(sizes) <= NAME)
        _require(all(size is None or _count(size) >= 0 for size in sizes))


def _check(reply: Reply) -> None:
    said = reply.get("said", 0)
    if "note" in reply:
        _keys(reply, "said", "note")
        _require(said is None and bool(_sentence(reply["note"])))
    elif type(said) is list:
        _keys(reply, "said")
        _require(len(said) == 2)
        _require(_count(said[0]) >= 0 and bool(_sentence(said[1])))
    else:
        _validate(reply)


def _validate(reply: Reply) -> None:
    _keys(reply, "said")
    _require(reply["said"] is None or bool(_sentence(reply["said"])))


def _input(reply: Reply) -> None:
    _keys(reply, "size", "arguments")
    _require(type(reply["arguments"]) is dict)
    _require(reply["size"] is None or _count(reply["size"]) >= 0)


def _step(reply: Reply) -> None:
    _keys(reply, "done", "total")
    _require(_count(reply["done"]) >= 0 and _count(reply["total"]) >= 0)


def _files(reply: Reply) -> None:
    _keys(reply, "files")
    _require(type(reply["files"]) is list)
    for file in reply["files"]:
        _require(type(file) is list and len(file) == 2)
        _require(bool(_text(file[0])) and _count(file[1]) >= 0)


def _piece(reply: Reply) -> None:
    _keys(reply, "piece")
    _text(reply["piece"])


LOOKS: dict[str, Callable[[Reply], None]] = {
    "import": _import,
    "check": _check,
    "check_several": _check,
    "validate": _validate,
    "sized": _input,
    "listed": _input,
    "draw": _input,
    "make": _step,
    "files": _files,
    "piece": _piece,
}


def _keys(value: Reply, *names: str) -> None:
    if value.keys() != set(names):
        raise StrangeError("an object with other keys")


def _require(fine: bool) -> None:
    if not fine:
        raise StrangeError("a value of another kind")


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= LARGEST:
        raise StrangeError("an impossible number")
    return value


def _text(value: Any) -> str:
    if type(value) is not str:
        raise StrangeError("something other than text")
    return value


def _sentence(value: Any) -> str:
    text = _text(value).strip()
    if len(text) > SENTENCE:
        raise StrangeError(f"a sentence of more than {SENTENCE} characters")
    return text
