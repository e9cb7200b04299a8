"""The language SQL, as the SQLite that `apsw` brings with it speaks it."""

import functools
import importlib.util
from pathlib import Path

from judge.languages.language import Language
from sandbox import Guest

GUEST = str(Path(__file__).resolve().parent / "guest")


@functools.cache
def sql_guest() -> Guest:
    """Return the guest with apsw, located without importing it."""
    spec = importlib.util.find_spec("apsw")
    found = {}
    if spec is not None and spec.origin is not None:
        found["apsw"] = str(Path(spec.origin).resolve().parent)
    return Guest("sql_guest", GUEST, found)


SQL = Language(name="sql", suffixes=(".sql",), guest=sql_guest, runs_in_call_only=True)
