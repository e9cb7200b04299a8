"""One-time codes that log a browser in: kept in memory, as digests, for a minute or a few."""

import hashlib
import secrets
import time
from collections.abc import Callable

from judge.records import dataclass
from judge.storage import LOCAL_OWNER

#: Of a code that `judge open` asks for, and of the one that `judge serve` prints.
CODE_SECONDS = 60
FIRST_CODE_SECONDS = 300
#: Open codes of all owners together, and of one.
MOST_CODES = 16
MOST_OF_ONE = 4


@dataclass(frozen=True, slots=True)
class _Code:
    owner: str
    until: float


class LoginCodes:
    """The codes of a server that are not used yet. All methods belong to one thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        #: By digest, oldest first.
        self._codes: dict[bytes, _Code] = {}

    def issue(self, owner: str, seconds: float = CODE_SECONDS) -> str:
        """Return a new code that logs in as an owner, once and within so many seconds."""
        self._make_room(owner)
        code = secrets.token_urlsafe(24)
        self._codes[_digest(code)] = _Code(owner, self._clock() + seconds)
        return code

    def redeem(self, code: str) -> str | None:
        """Return whom a code logs in, this once; None where it is used, too old, or none."""
        found = self._codes.pop(_digest(code), None)
        return found.owner if found is not None and self._clock() < found.until else None

    def _make_room(self, owner: str) -> None:
        now = self._clock()
        self._codes = {key: code for key, code in self._codes.items() if now < code.until}
        own = [key for key, code in self._codes.items() if code.owner == owner]
        # Those of the local owner are no more than its own share, and make way for nobody.
        others = [key for key, code in self._codes.items() if code.owner != LOCAL_OWNER]
        if len(own) >= MOST_OF_ONE:
            del self._codes[own[0]]
        elif len(self._codes) >= MOST_CODES:
            del self._codes[others[0]]


def _digest(code: str) -> bytes:
    return hashlib.sha256(code.encode("utf-8", "surrogatepass")).digest()
