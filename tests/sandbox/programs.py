"""Small programs for the sandbox tests, and one way to play them."""

import json

from sandbox import Limit, Sandbox, Session, Step


def header(entry: str, parameter: str) -> bytes:
    """Return the header of a LOAD for a function of one plain parameter."""
    interface = {
        "kind": "function",
        "names": [entry],
        "parameters": [{"name": parameter, "shape": "json", "of": None}],
        "returns": "json",
        "methods": [],
        "signature": f"{entry}({parameter})",
    }
    return json.dumps({"interface": interface, "modules": {}}).encode()


HEADER = header("f", "a")
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
