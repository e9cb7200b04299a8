"""Examples of the answers about judging again, for the OpenAPI document."""

from typing import Any

_LINE: dict[str, Any] = {
    "id": "0123456789abcdef",
    "problem": "lca",
    "who": "local",
    "why": "case 7 was wrong",
    "began_at": "2026-01-01T12:00:00Z",
    "applied_at": None,
    "without_source": 2,
}
_STATE: dict[str, Any] = {
    **_LINE,
    "waiting": 3,
    "stopped": 0,
    "failed": 0,
    "verdicts": [
        {"before": "WA", "after": "AC", "count": 1},
        {"before": "WA", "after": "WA", "count": 4},
    ],
    "changes": [
        {
            "id": "0123456789abcdef0123456789abcdef",
            "owner": "fedcba9876543210",
            "before": "WA",
            "after": "AC",
        }
    ],
    "changed": None,
}
BY_NAME: dict[str, dict[str, Any]] = {
    "RejudgingAnswer": _STATE,
    "RejudgingList": {"rejudgings": [_LINE]},
}
