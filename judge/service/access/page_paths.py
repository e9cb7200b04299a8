"""Paths of the page: what is answered without a token, as it holds no secret."""

import re

LOGIN = "/login"
WORKER = "/sw.js"
STATIC = "/static/"
#: The addresses of the page's screens: each is answered with the same document, the shell.
SHELL = ("/", LOGIN, "/problems", "/submissions", "/rounds", "/progress", "/results", "/settings")
#: Those that have addresses below them.
WITH_BELOW = ("/problems", "/submissions", "/rounds")
_SHELL = re.compile(
    f"{'|'.join(map(re.escape, SHELL))}|(?:{'|'.join(map(re.escape, WITH_BELOW))})/.*"
)


def is_shell(method: str, path: str) -> bool:
    """Whether a request is for a screen of the page."""
    return method in ("GET", "HEAD") and _SHELL.fullmatch(path) is not None


def is_login(method: str, path: str) -> bool:
    """Whether a request logs in."""
    return (method, path) == ("POST", LOGIN)


def is_open(method: str, path: str) -> bool:
    """Whether a request of the page needs neither token nor session."""
    files = method in ("GET", "HEAD") and (path == WORKER or path.startswith(STATIC))
    return files or is_shell(method, path) or is_login(method, path)
