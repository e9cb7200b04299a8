"""Validate a package's folder and report all its faults together."""

import ast
import tomllib
from pathlib import Path
from typing import Any

from judge.errors import Fault, ProblemError
from judge.kinds import KINDS, Kind
from judge.languages import language_of
from judge.problems.folders import LITTER, folder_of
from judge.problems.manifest import SLUG, Manifest, read_manifest
from judge.problems.package_files import read_part
from judge.submission import text_fault
from judge.values import parse_module
from judge.verdict import Verdict

FUNCTIONS = ("edges", "generated", "scales", "validate")
MARK = "\ufeff"
TEXTS = ("statement.md", "editorial.md")


def examine(folder: Path, solutions: Path) -> dict[str, Any]:
    """Validate a folder; return its manifest as a plain table with all defaults filled in.

    Raises `ProblemError` with every fault of the folder.
    """
    slug = folder.name
    faults: list[Fault] = []
    if not SLUG.fullmatch(slug) or len(slug) > 64:
        mend = "Use small letters, digits and single hyphens, at most 64"
        faults.append(Fault(str(folder), "", "the folder's name is no slug", mend))
    table = _table(folder / "problem.toml", faults)
    manifest = None
    if table is not None:
        manifest = _manifest(folder / "problem.toml", table, faults)
        _look_at_checker(folder / "checker.py", table.get("checker", "equal"), faults)
    suffix, kind = _suffix(table), _kind(table)
    for name in (*TEXTS, f"starter{suffix}"):
        _text(folder / name, faults)
    if kind is None or kind.cases is None:
        strategies = folder / "strategies.py"
        _look_for_functions(strategies, _text(strategies, faults), FUNCTIONS, faults)
    _look_at_solutions(solutions, suffix, faults)
    if faults or manifest is None:
        raise ProblemError(slug, faults)
    return manifest.model_dump(mode="json")


def _table(path: Path, faults: list[Fault]) -> dict[str, Any] | None:
    text = _text(path, faults)
    if not text.strip():
        return None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        faults.append(Fault(str(path), "", f"it is not TOML: {error}", "Mend the syntax there"))
        return None


def _suffix(table: dict[str, Any] | None) -> str:
    """Return the suffix of the package's solutions: that of Python where no kind is known."""
    kind = _kind(table)
    return language_of(kind.languages[0] if kind is not None else "python").suffixes[0]


def _kind(table: dict[str, Any] | None) -> Kind | None:
    entry = (table or {}).get("entry")
    name = entry.get("kind") if isinstance(entry, dict) else None
    return KINDS.get(name) if isinstance(name, str) else None


def _manifest(path: Path, table: dict[str, Any], faults: list[Fault]) -> Manifest | None:
    manifest, flaws = read_manifest(table)
    faults += [Fault(str(path), flaw.field, flaw.reason, flaw.mend) for flaw in flaws]
    return manifest


def _text(path: Path, faults: list[Fault]) -> str:
    try:
        text = read_part(path).decode("utf-8")
    except FileNotFoundError:
        faults.append(Fault(str(path), "", "the file is missing", "Write it"))
        return ""
    except (OSError, UnicodeDecodeError) as error:
        faults.append(Fault(str(path), "", f"it cannot be read: {error}", "Save it as UTF-8 text"))
        return ""
    if text.startswith(MARK):
        # Python skips the mark, and so do readers of Markdown; TOML knows none.
        text = text.removeprefix(MARK)
        if path.suffix == ".toml":
            reason = "it begins with a byte order mark, which TOML does not allow"
            faults.append(Fault(str(path), "", reason, "Save it as UTF-8 without a mark"))
    if not text.strip():
        faults.append(Fault(str(path), "", "the file is empty", "Write it"))
    return text


def _look_at_checker(path: Path, checker: Any, faults: list[Fault]) -> None:
    if checker == "custom":
        _look_for_functions(path, _text(path, faults), ("check",), faults)
    elif path.exists():
        reason = f"nothing uses it: problem.toml says checker = {checker!r}"
        faults.append(Fault(str(path), "", reason, 'Remove it, or say checker = "custom"'))


def _look_for_functions(path: Path, text: str, names: tuple[str, ...], faults: list[Fault]) -> None:
    """Look for functions without running the file, which would import Hypothesis."""
    if not text.strip():
        return
    try:
        tree = parse_module(text)
    except SyntaxError as error:
        reason = f"line {error.lineno}: {error.msg}"
        faults.append(Fault(str(path), "", reason, "Mend the syntax there"))
        return
    defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    faults += [
        Fault(str(path), name, "the function is missing", f"Define {name}")
        for name in names
        if name not in defined
    ]


def _look_at_solutions(solutions: Path, suffix: str, faults: list[Fault]) -> None:
    _look_at_reference(solutions / "accepted" / f"reference{suffix}", faults)
    known = {folder_of(verdict) for verdict in Verdict if verdict is not Verdict.INTERNAL_ERROR}
    for path in sorted(solutions.iterdir()) if solutions.is_dir() else ():
        names = ", ".join(sorted(known))
        if path.is_dir() and path.name not in known and path.name not in LITTER:
            faults.append(
                Fault(str(path), "", "no verdict has this name", f"Name it after one: {names}")
            )
        if path.suffix == suffix:
            reason = "a sample solution lies in no folder, so nothing says its verdict"
            faults.append(Fault(str(path), "", reason, f"Move it into one of {names}"))


def _look_at_reference(path: Path, faults: list[Fault]) -> None:
    try:
        fault = text_fault(read_part(path))
    except OSError:
        faults.append(Fault(str(path), "", "the reference is missing", "Write it"))
        return
    if fault is not None:
        faults.append(Fault(str(path), "", fault.message, "Mend the file"))
