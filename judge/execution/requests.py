"""The requests of one case: what is sent of it, and under which limits."""

from collections.abc import Mapping
from typing import Any

from judge.execution import limits
from judge.records import dataclass
from judge.values import IsRight, json_bytes
from sandbox import Limit

#: The alarm inside fires at the wall limit times this. Outside, time spent waiting for a core is
#: subtracted, which the alarm cannot do. Normally the supervisor's own signal asks for the
#: traceback; the alarm is there in case that signal is lost.
SOFT_FACTOR = 20


@dataclass(frozen=True, slots=True)
class Requests:
    """What one case, or one batch of it, asks: the payloads of PREPARE and CALL, and limits.

    `limit` is that of CALL, `side` that of building arguments and of encoding the answer. `names`
    are the data files that the case is read from, and `right` knows the right reply.
    """

    arguments: bytes
    call: bytes
    limit: Limit
    side: Limit = limits.SIDE
    names: tuple[str, ...] = ()
    right: IsRight | None = None


def call_payload(limit: Limit, budget: Mapping[str, Any] | None) -> bytes:
    """Return the payload of CALL: the soft limit, and a budget if there is one."""
    if not budget:
        return soft_payload(limit)
    return json_bytes({**budget, "soft_seconds": round(SOFT_FACTOR * limit.wall_seconds, 3)})


def soft_payload(limit: Limit) -> bytes:
    """Return the payload of CALL with the soft limit alone."""
    return b'{"soft_seconds": %.3f}' % (SOFT_FACTOR * limit.wall_seconds)
