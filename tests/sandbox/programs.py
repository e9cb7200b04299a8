"""Small programs for the sandbox tests, and one way to play them."""

import json

from sandbox import Limit, Sandbox, Session, Step

HEADER = json.dumps(
    {
        "interface": {
            "kind": "function",
            "names": ["f"],
            "parameters": [{"name": "a", "shape": "json", "of": None}],
            "returns": "json",
            "methods": [],
            "signature": "f(a)",
        },
        "modules": {},
    }
).encode()
GENEROUS = Limit(cpu_seconds=5.0, wall_seconds=20.0)
SOFT = b'{"soft_seconds": 30}'


def started(sandbox: Sandbox, source: str) -> Session:
    """Return a session in which `source` is loaded."""
    session = sandbox.session()
    step = session.load(HEADER, source.encode(), GENEROUS)
    assert step.replied, step
    return session


def called(session: Session, argument: object = 0, limit: Limit = GENEROUS) -> Step:
    """Prepare one argument and call the entry."""
    assert session.prepare(json.dumps([argument]).encode(), GENEROUS).replied
    return session.call(SOFT, limit)


def played(sandbox: Sandbox, source: str, limit: Limit = GENEROUS) -> tuple[Session, Step]:
    """Load, prepare and call; the session is closed."""
    session = started(sandbox, source)
    step = called(session, limit=limit)
    session.close()
    return session, step
