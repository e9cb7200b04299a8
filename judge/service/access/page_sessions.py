"""Sessions of the page: a cookie, and a secret beside it that the page sends in a header.

A cookie knows no ports: a browser sends it to every server of this machine, and a page of another
port is of the same site. So the cookie alone is no login. The secret lies in the page's own
storage, which belongs to one port. Nothing of a session is kept here: both are made of a key that
the local token gives, so sessions outlive a restart, and a new token file ends them all.
"""

import hashlib
import hmac
import re
import secrets
import time
from collections.abc import Callable

from starlette.datastructures import Headers

from judge.records import dataclass

#: The header that carries the page's secret.
SECRET_HEADER = "X-Judge-Page"  # noqa: S105 - the name of a header
SESSION_SECONDS = 30 * 86_400
_COOKIE = re.compile(r"([A-Za-z0-9_-]{22})\.([a-z0-9]{1,64})\.([0-9]{1,12})\.([0-9a-f]{64})")
#: A page of another port may set cookies of the same name beside ours.
MOST_COOKIES = 8


@dataclass(frozen=True, slots=True)
class NewSession:
    """A session that begins: its cookie, the page's secret, and its end in seconds since 1970."""

    cookie: str
    page_secret: str
    expires_at: int


class PageSessions:
    """Begins and recognises the sessions of a server, whose cookie is named after its port."""

    def __init__(self, token: str, port: int, clock: Callable[[], float] = time.time) -> None:
        self.cookie_name = cookie_name(port)
        self._key = hmac.digest(token.encode(), b"page-session", "sha256")
        self._clock = clock

    def begin(self, owner: str) -> NewSession:
        """Return a new session of an owner's."""
        sid, end = secrets.token_urlsafe(16), int(self._clock()) + SESSION_SECONDS
        signed = f"{sid}.{owner}.{end}"
        return NewSession(f"{signed}.{self._mac('cookie', signed)}", self._mac("page", sid), end)

    def owner_of(self, headers: Headers) -> str | None:
        """Return the owner of the session that a request belongs to; None where it has none.

        One that no browser says is a page's of this very origin has none.
        """
        given = headers.getlist(SECRET_HEADER)
        if headers.getlist("sec-fetch-site") != ["same-origin"] or len(given) != 1:
            return None
        found = (self._owner(cookie, given[0]) for cookie in self._cookies(headers))
        return next((owner for owner in found if owner is not None), None)

    def _cookies(self, headers: Headers) -> list[str]:
        pairs = (part.strip().partition("=") for part in headers.get("cookie", "").split(";"))
        return [value for name, _, value in pairs if name == self.cookie_name][:MOST_COOKIES]

    def _owner(self, cookie: str, page_secret: str) -> str | None:
        found = _COOKIE.fullmatch(cookie)
        if found is None:
            return None
        sid, owner, end, mac = found.groups()
        genuine = _same(mac, self._mac("cookie", f"{sid}.{owner}.{end}"))
        own = _same(page_secret, self._mac("page", sid))
        return owner if genuine and own and self._clock() < int(end) else None

    def _mac(self, what: str, text: str) -> str:
        return hmac.new(self._key, f"{what}.{text}".encode(), hashlib.sha256).hexdigest()


def cookie_name(port: int) -> str:
    """Return the name of the cookie of a server: those of two on one machine do not clash."""
    return f"judge-{port}"


def _same(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode("latin-1", "replace"), expected.encode())
