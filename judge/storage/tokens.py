"""Issued tokens, `jdg_ID_SECRET`. The secret is shown once; only its digest is kept."""

import hashlib
import hmac
import re
import secrets
import time
from collections.abc import Callable, Iterable
from enum import StrEnum

from sqlalchemy import RowMapping, insert, select, update

from judge.errors import UsageError
from judge.records import dataclass
from judge.storage.bounds import UNBOUND, Bounds
from judge.storage.database import Database
from judge.storage.tables import TOKEN

_SHAPE = re.compile(r"jdg_([0-9a-f]{16})_([A-Za-z0-9_-]{43})")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._@-]{0,63}")


class Scope(StrEnum):
    """What a token allows."""

    READ = "read"
    SUBMIT = "submit"
    METRICS = "metrics"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Token:
    """One issued token without its secret. Times are seconds since the epoch."""

    id: str
    name: str
    scopes: frozenset[Scope]
    created_at: float
    revoked_at: float | None
    bounds: Bounds = UNBOUND


class Tokens:
    """The tokens of this host. Every method raises `StoreError` when the store fails."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    def issue(
        self, name: str, scopes: Iterable[Scope], bounds: Bounds = UNBOUND
    ) -> tuple[Token, str]:
        """Issue a token; return it and, this once, the text that its holder sends.

        Raises `UsageError` for a name that would not fit in a list.
        """
        if _NAME.fullmatch(name) is None:
            raise UsageError(
                f"{name[:80]!r} is no name for a token: up to 64 letters, digits, spaces, . _ @ -"
            )
        token = Token(secrets.token_hex(8), name, frozenset(scopes), self._clock(), None, bounds)
        text = f"jdg_{token.id}_{secrets.token_urlsafe(32)}"
        values = {
            "id": token.id,
            "name": name,
            "digest": _digest(text),
            "scopes": " ".join(sorted(token.scopes)),
            "created_at": token.created_at,
            "problems": None if bounds.problems is None else " ".join(sorted(bounds.problems)),
            "until": bounds.until,
            "attempts": bounds.attempts,
        }
        with self._database.write() as connection:
            connection.execute(insert(TOKEN).values(values))
        return token, text

    def find(self, text: str) -> Token | None:
        """Return the live token of that text, or None."""
        shape = _SHAPE.fullmatch(text)
        if shape is None:
            return None
        with self._database.read() as connection:
            query = select(TOKEN).where(TOKEN.c.id == shape[1])
            found = connection.execute(query).mappings().first()
        kept = str(found["digest"]) if found is not None else ""
        # Compared in constant time, also where there is nothing to compare with.
        same = hmac.compare_digest(_digest(text), kept)
        if found is None or not same or found["revoked_at"] is not None:
            return None
        return _token(found)

    def live(self, id_: str) -> Token | None:
        """Return the token of that id, unless it is revoked or there is none."""
        with self._database.read() as connection:
            query = select(TOKEN).where(TOKEN.c.id == id_, TOKEN.c.revoked_at.is_(None))
            found = connection.execute(query).mappings().first()
        return None if found is None else _token(found)

    def every(self) -> list[Token]:
        """Return all tokens, the revoked ones too, oldest first."""
        with self._database.read() as connection:
            query = select(TOKEN).order_by(TOKEN.c.created_at, TOKEN.c.id)
            return [_token(one) for one in connection.execute(query).mappings()]

    def names(self) -> dict[str, str]:
        """Return the name of each owner's token, by its id; the revoked ones too."""
        return {token.id: token.name for token in self.every()}

    def revoke(self, id_: str) -> None:
        """End a token, at once and for good. Raises `UsageError` when there is none."""
        live = (TOKEN.c.id == id_) & TOKEN.c.revoked_at.is_(None)
        with self._database.write() as connection:
            change = update(TOKEN).where(live).values(revoked_at=self._clock())
            if connection.execute(change).rowcount == 0:
                raise UsageError(f"there is no live token {id_[:40]!r}; see `judge token list`")


def _digest(text: str) -> str:
    # The secret is 256 random bits: nothing to guess, so a slow hash would only cost requests.
    return hashlib.sha256(text.encode()).hexdigest()


def _token(found: RowMapping) -> Token:
    scopes = frozenset(Scope(one) for one in str(found["scopes"]).split())
    problems = None if found["problems"] is None else frozenset(str(found["problems"]).split())
    bounds = Bounds(problems, found["until"], found["attempts"])
    made, ended = found["created_at"], found["revoked_at"]
    return Token(found["id"], found["name"], scopes, made, ended, bounds)
