"""The table `[tests]` of problem.toml: whose implementations are tested, and how many to catch."""

import re
from typing import Any

from judge.kinds.kind import Flaw, Json

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FIELDS = {"base", "required"}


def read_tests(table: Any) -> tuple[Json, list[Flaw]]:
    """Read `[tests]`; return the base problem and the required share."""
    if not isinstance(table, dict):
        return {}, [Flaw("tests", "it is not a table", "Write [tests]")]
    flaws = [
        Flaw(f"tests.{name}", "there is no such field", "Remove it, or mend its name")
        for name in sorted(table.keys() - _FIELDS)
    ]
    base, required = table.get("base"), table.get("required", 0.8)
    if not isinstance(base, str) or not _SLUG.fullmatch(base):
        mend = 'Write base = "lca", the problem whose solutions are tested'
        flaws.append(Flaw("tests.base", "it names no problem", mend))
    if not isinstance(required, float) or not 0 < required <= 1:
        mend = "Write a share from 0 to 1: required = 0.8"
        flaws.append(Flaw("tests.required", f"{required!r} is no share", mend))
    if flaws:
        return {}, flaws
    return {"base": base, "required": required}, []
