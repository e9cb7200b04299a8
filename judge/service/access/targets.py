"""Request targets: the forms in which a request may name what it asks for (RFC 9112, 3.2)."""

import re
from urllib.parse import unquote

from starlette.types import Scope

_ABSOLUTE = re.compile(rb"https?://([^/?#]*)(/.*)?", re.IGNORECASE | re.DOTALL)


def is_target(scope: Scope) -> bool:
    """Whether a target is a path, or the `*` of OPTIONS."""
    return scope["path"].startswith("/") or (scope["path"], scope["method"]) == ("*", "OPTIONS")


def take_authority(scope: Scope) -> str | None:
    """Make the target of a request a path; return the host that it named, None if it named none.

    That host counts in place of the Host header: `GET http://host/path` is how a request is sent
    to a proxy, and servers have to take it too.
    """
    found = _ABSOLUTE.fullmatch(scope.get("raw_path") or b"")
    if found is None:
        return None
    path = found[2] or b"/"
    scope["raw_path"], scope["path"] = path, unquote(path.decode("ascii", "replace"))
    return found[1].decode("ascii", "replace")
