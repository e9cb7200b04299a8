"""Callers: who a request is from, and what that allows."""

import asyncio
import hashlib
import hmac
import time

from starlette.exceptions import HTTPException
from starlette.types import Scope as Scope_

from judge.records import dataclass
from judge.storage import LOCAL_OWNER, UNBOUND, Bounds, Scope, Token, Tokens


@dataclass(frozen=True, slots=True)
class Caller:
    """The owner of a request's token. The local one is the person whose host this is.

    `by_page`: a session of the page came in place of the token.
    """

    owner: str
    scopes: frozenset[Scope]
    local: bool
    bounds: Bounds = UNBOUND
    by_page: bool = False

    def require(self, slug: str) -> None:
        """Raise `BoundError` where work on a problem is not what this token is for, or is over."""
        self.bounds.require_time(time.time())
        self.bounds.require_problem(slug)


LOCAL = Caller(LOCAL_OWNER, frozenset(Scope), local=True)
#: What a page does for a person; to scrape figures is not among it.
PAGE_SCOPES = frozenset({Scope.READ, Scope.SUBMIT, Scope.ADMIN})


class Callers:
    """Finds callers: by the local token, by an issued one, or by the owner of a page's session."""

    def __init__(self, token: str, tokens: Tokens) -> None:
        self._digest = _digest(token.encode())
        self._tokens = tokens

    async def with_token(self, text: str) -> Caller | None:
        """Return the caller whose token that is; None where it is none. Raises `StoreError`."""
        # Digests are compared, so neither the length nor a common beginning shows in time.
        if hmac.compare_digest(_digest(text.encode("utf-8", "surrogatepass")), self._digest):
            return LOCAL
        found = await asyncio.to_thread(self._tokens.find, text)
        return None if found is None else _caller(found)

    async def of_session(self, owner: str) -> Caller | None:
        """Return the caller that a session of that owner's stands for; None once it is revoked.

        Raises `StoreError`.
        """
        if owner == LOCAL_OWNER:
            return Caller(LOCAL_OWNER, PAGE_SCOPES, local=True, by_page=True)
        found = await asyncio.to_thread(self._tokens.live, owner)
        if found is None:
            return None
        scopes = found.scopes & PAGE_SCOPES
        return Caller(found.id, scopes, local=False, bounds=found.bounds, by_page=True)


def caller_of(scope: Scope_, needed: Scope) -> Caller:
    """Return the caller of a request. Raises `HTTPException` 403 when its token lacks the scope."""
    caller: Caller = scope["judge.caller"]
    if needed not in caller.scopes:
        raise HTTPException(403, f"this token lacks the scope {needed.value!r}")
    return caller


def _caller(found: Token) -> Caller:
    return Caller(found.id, found.scopes, local=False, bounds=found.bounds)


def _digest(token: bytes) -> bytes:
    return hashlib.sha256(token).digest()
