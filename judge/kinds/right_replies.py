"""Replies of programs that are right by their bytes alone, so that nobody need decode them.

Most answers of most submissions are what was expected. To see that by the bytes takes a hundredth
of the time of decoding and comparing. It only ever shows that an answer is right: one that is sent
in another way, in another order or as another type, is decoded and compared.
"""

import json
from collections.abc import Callable, Sequence

from judge.values import (
    UNION,
    Interface,
    IsRight,
    Shape,
    TypeExpr,
    batch_lines,
    decode_call_names,
    folded,
    parse_type,
    result_lines,
    takes,
)

#: Maps the JSON of an expected answer, and what is sent, to what knows the right reply to each
#: batch, of which a case without batches is one; to nothing where no reply is known by its bytes.
RightReplies = Callable[[bytes, bytes], Sequence[IsRight]]

_STRUCTURES = {Shape.TREE: b"tree", Shape.LINKED_LIST: b"linked"}
_NODE = b'{"t":"node","v":%b}'
_SCALARS = frozenset({"None", "bool", "int", "str"})


def no_replies(_interface: Interface) -> RightReplies:
    """Return what knows no reply by its bytes."""
    return lambda _expected, _sent: ()


def function_replies(interface: Interface) -> RightReplies:
    """Return the right replies of a function."""
    shape = interface.returns_shape
    if shape is Shape.NODE:
        return _node
    if shape in _STRUCTURES:
        return _structure(_STRUCTURES[shape])
    plain = shape is Shape.JSON and parse_type(interface.returns).native
    return _plain if plain else no_replies(interface)


def class_replies(interface: Interface) -> RightReplies:
    """Return the right replies to the batches of a sequence of calls."""
    types = {folded(method.name): parse_type(method.returns) for method in interface.methods}
    plain = all(method.returns_shape is Shape.JSON for method in interface.methods)
    tupled = frozenset(name for name, declared in types.items() if not declared.native)
    if not plain or not all(_may_be_list(types[name]) for name in tupled):
        return no_replies(interface)

    def of_batches(expected: bytes, sent: bytes) -> Sequence[IsRight]:
        # An object may stand for a value of another type.
        if b"{" in expected:
            return ()
        lines = result_lines(expected)
        if not tupled:
            return [_reply(line).__eq__ for line in lines]
        calls = [sent] if len(lines) == 1 else batch_lines(sent)
        return [_with_tuples(*batch, tupled) for batch in zip(lines, calls, strict=True)]

    return of_batches


def _may_be_list(declared: TypeExpr) -> bool:
    """Whether each tuple of the declared type may come as a list, too, and holds only scalars."""
    options = declared.inside if declared.name == UNION else (declared,)
    arrays = [one for one in options if one.name in ("tuple", "list")]
    inside = [part for one in arrays for part in one.inside]
    parts = {option.name for part in inside for option in (part, *part.inside)}
    scalars = all(one.name in _SCALARS or one in arrays for one in options)
    return takes(declared, "list") and scalars and parts <= _SCALARS | {UNION}


def _with_tuples(expected: bytes, calls: bytes, tupled: frozenset[str]) -> IsRight:
    """Know long results whose tuples are told by their places (`values.py` of the guest)."""
    plain = _reply(expected)
    start, end = b'{"ok":{"t":"tuples","v":[%b,[' % expected, b"]]}}"

    def is_right(reply: bytes) -> bool:
        if reply == plain:
            return True
        if not reply.startswith(start) or not reply.endswith(end):
            return False
        places = reply[len(start) : -len(end)]
        if places.translate(None, b"0123456789,"):
            return False
        try:
            told = json.loads(b"[%b]" % places)
        except ValueError:  # an empty place, or a number of thousands of digits
            return False
        names = decode_call_names(calls)
        if max(told, default=0) >= len(names):
            return False
        return all(folded(name) in tupled for name in set(map(names.__getitem__, told)))

    return is_right


def _plain(expected: bytes, _sent: bytes) -> Sequence[IsRight]:
    return () if b"{" in expected else _same(_reply(expected))


def _reply(answer: bytes) -> bytes:
    return b'{"ok":%b}' % answer


def _same(reply: bytes) -> Sequence[IsRight]:
    return (reply.__eq__,)


def _node(expected: bytes, _sent: bytes) -> Sequence[IsRight]:
    if expected == b"null":
        return _same(_reply(expected))  # no node, which is not a node that holds None
    return () if expected[:1] in (b"[", b"{") else _same(_reply(_NODE % expected))


def _structure(name: bytes) -> RightReplies:
    form = b'{"t":"%b","v":%%b}' % name

    def reply(expected: bytes, _sent: bytes) -> Sequence[IsRight]:
        # An empty one is None.
        full = expected[:1] == b"[" and expected != b"[]" and b"{" not in expected
        return _same(_reply(form % expected)) if full else ()

    return reply
