"""What a linter finds in a source: only its text is read, nothing of it runs.

Starts a process, ruff, which reads the text from a pipe and writes no file. ruff comes with the
extra `practice`; without it quality is not judged.
"""

import json
import resource
import shutil
import subprocess
import sys
import sysconfig
from functools import cache

from judge import languages
from judge.practice.criteria.weights import SELECTED
from judge.practice.evidence.facts import mapping
from judge.submission import MAX_SOURCE_BYTES

#: A linter that takes longer is ended: a text may be made to be hard to read.
SECONDS = 20
#: The latest Python that ruff is told of.
NEWEST = 14
#: Names that a problem's starter gives.
NODES = ("ListNode", "TreeNode")


def linter() -> str | None:
    """Return the path of ruff, the one beside this Python first; None where there is none."""
    return shutil.which("ruff", path=sysconfig.get_path("scripts")) or shutil.which("ruff")


def quality_of(source: bytes, program: str | None = None) -> list[str] | None:
    """Return the codes that a linter finds in a text in Python, each once and in order.

    None, not judged: there is no linter, or it cannot read the text (no Python, too large, nested
    too deeply). `program` is ruff, by default the one that `linter` finds. Comments that silence a
    linter are not obeyed.
    """
    ruff = program or linter()
    if ruff is None or len(source) > MAX_SOURCE_BYTES:
        return None
    output = _output(ruff, source)
    if output is None:
        return None
    try:
        rows = json.loads(output or b"[]")  # of no findings there are no statistics
    except ValueError:
        return None
    if not isinstance(rows, list):
        return None
    codes = [mapping(row).get("code") for row in rows]
    named = [code for code in codes if isinstance(code, str)]
    # What is no Python has a row without a code.
    return sorted(set(named)) if len(named) == len(codes) else None


def _output(ruff: str, source: bytes) -> bytes | None:
    """Return what ruff prints; None where it fails, is killed by a text, or takes too long."""
    try:
        process = subprocess.Popen(
            [ruff, *_arguments()],
            cwd="/",
            env={},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return None
    with process:
        _bound(process.pid)
        try:
            output, _ = process.communicate(source, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            return None
    return output if process.returncode == 0 else None


def _bound(pid: int) -> None:
    """Let a process that a text makes overflow its stack leave no dump, and not run for ever."""
    for limit, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_CPU, SECONDS)):
        try:
            resource.prlimit(pid, limit, (most, most))
        except OSError:
            return  # it has ended


@cache
def _arguments() -> tuple[str, ...]:
    given = {name for names in languages.given_names().values() for name in names}
    builtins = json.dumps(sorted(given | set(NODES)))
    return (
        *("check", "--isolated", "--no-cache", "--quiet", "--exit-zero", "--ignore-noqa"),
        *("--output-format", "json", "--statistics"),
        # One of the codes is a preview; a code that is not named in full stays what it is.
        *("--preview", "--config", "lint.explicit-preview-rules = true"),
        *("--config", f"builtins = {builtins}"),
        *("--target-version", f"py3{min(sys.version_info.minor, NEWEST)}"),
        *("--select", ",".join(sorted(SELECTED))),
        *("--stdin-filename", "solution.py", "-"),
    )
