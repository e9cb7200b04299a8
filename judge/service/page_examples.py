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
    "scopes": ["read", "submit"],
    "server": {
        "version": "0.1.0",
        "tier": "full",
        "timing": False,
        "hidden": "full",
        "workers": 2,
    },
}

BY_NAME: dict[str, dict[str, Any]] = {
    "LoginAnswer": _LOGIN,
    "LoginCode": _CODE,
    "SessionAnswer": _SESSION,
}
