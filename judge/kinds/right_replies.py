"""Replies of programs that are right by their bytes alone, so that nobody need decode them.

Most answers of most submissions are what was expected. To see that by the bytes takes a hundredth
of the time of decoding and comparing. It only ever shows that an answer is right: one that is sent
in another way, as a tuple or with other spaces, is decoded and compared.
"""

from collections.abc import Callable

from judge.values import Interface, Shape, parse_type

#: Maps the JSON of an expected answer to the reply that is right, or to None if there is none.
RightReplies = Callable[[bytes], bytes | None]

_STRUCTURES = {Shape.TREE: b"tree", Shape.LINKED_LIST: b"linked"}


def no_replies(_interface: Interface) -> RightReplies:
    """Return what knows no reply by its bytes."""
    return lambda _expected: None


def function_replies(interface: Interface) -> RightReplies:
    """Return the right replies of a function."""
    shape = interface.returns_shape
    if shape is Shape.NODE:
        return _reply_of_node
    if shape in _STRUCTURES:
        return _replies_of(_STRUCTURES[shape])
    plain = shape is Shape.JSON and parse_type(interface.returns).native
    return _reply if plain else no_replies(interface)


def class_replies(interface: Interface) -> RightReplies:
    """Return the right replies to a sequence of calls that comes in one batch."""
    plain = all(
        method.returns_shape is Shape.JSON and parse_type(method.returns).native
        for method in interface.methods
    )
    return _reply if plain else no_replies(interface)


def _reply(expected: bytes) -> bytes | None:
    # An object may stand for a value of another type.
    return None if b"{" in expected else b'{"ok":%b}' % expected


def _reply_of_node(expected: bytes) -> bytes | None:
    if expected == b"null":
        return b'{"ok":null}'  # no node, which is not a node that holds None
    return None if expected[:1] in (b"[", b"{") else b'{"ok":{"t":"node","v":%b}}' % expected


def _replies_of(structure: bytes) -> RightReplies:
    form = b'{"ok":{"t":"%b","v":%%b}}' % structure

    def reply(expected: bytes) -> bytes | None:
        # An empty one is None.
        full = expected[:1] == b"[" and expected != b"[]" and b"{" not in expected
        return form % expected if full else None

    return reply
