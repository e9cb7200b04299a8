"""Examples of what the routes for the page answer with; a test validates each."""

from typing import Any

_LOGIN: dict[str, Any] = {"page_secret": "5e" * 32, "expires_at": "2026-01-31T12:00:00Z"}
_CODE: dict[str, Any] = {
    "code": "R8m6jZc0O9m3yq4tQk2wXlN5vB7sDfGh",
    "url": "http://127.0.0.1:8000/login#code=R8m6jZc0O9m3yq4tQk2wXlN5vB7sDfGh",
    "expires_in": 60,
}
_SESSION: dict[str, Any] = {
    "owner": "local",
    "local": True,
    "scopes": ["admin", "read", "submit"],
    "server": {
        "version": "0.1.0",
        "tier": "full",
        "timing": False,
        "hidden": "full",
        "workers": 2,
    },
}
_DRAFT: dict[str, Any] = {
    "source": "def lowest_common_ancestor(root, p, q):\n    ...\n",
    "language": "python",
    "client": "0b5f8a3e-6f0c-4f59-9f0a-3c1d2e4b5a69",
    "serial": 17,
    "etag": '"9491822705df3fe4ee463df05a8aafe2"',
    "inputs": ['{"root": [2, 1], "p": 1, "q": 2}'],
    "updated_at": "2026-01-01T12:00:00Z",
}

BY_NAME: dict[str, dict[str, Any]] = {
    "LoginAnswer": _LOGIN,
    "LoginCode": _CODE,
    "SessionAnswer": _SESSION,
    "ResultsAnswer": {
        "results": [
            {
                "candidate": "ann",
                "owner": "0123456789abcdef",
                "problem": "lca",
                "verdict": "AC",
                "attempts": 3,
                "ratio": 1.25,
                "growth": "n",
                "accepted_at": "2026-01-01T19:40:00Z",
            }
        ]
    },
    "DraftAnswer": _DRAFT,
    "DraftTag": {"etag": _DRAFT["etag"]},
    "DraftConflict": {
        "type": "about:blank",
        "title": "Conflict",
        "status": 409,
        "detail": "there is a newer text, which this page has not seen; both are kept",
        "head": _DRAFT,
    },
}
