"""Validate a package's folder and report all its faults together."""

import ast
import tomllib
from pathlib import Path
from typing import Any

from judge.errors import Fault, ProblemError
from judge.kinds import KINDS, Kind
from judge.languages import language_of
from judge.problems.folders import LITTER, folder_of
from judge.problems.manifest import (
    SLUG,
    DebugManifest,
    Manifest,
    read_debug_manifest,
    read_manifest,
)
from judge.problems.package_files import base_of, read_part
from judge.submission import text_fault
from judge.values import parse_module
from judge.verdict import Verdict

FUNCTIONS = ("edges", "generated", "scales", "validate")
MARK = "\ufeff"
TEXTS = ("statement.md", "editorial.md")
#: A longer file keeps whoever parses or draws it busy; ours have 16 KiB at most.
TEXT_BYTES = 128 * 1024


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
    if table is not None and "debug" in table:
        return _examine_debug(folder, solutions, table, faults)
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


def _examine_debug(
    folder: Path, solutions: Path, table: dict[str, Any], faults: list[Fault]
) -> dict[str, Any]:
    """Validate a package with a given program; what it does not say itself is its base's."""
    path = folder / "problem.toml"
    manifest, flaws = read_debug_manifest(table)
    faults += [Fault(str(path), flaw.field, flaw.reason, flaw.mend) for flaw in flaws]
    names = ["statement.md", "editorial.md"]
    base: dict[str, Any] = {}
    if manifest is not None:
        names.append(manifest.debug.given)
        base = _base(path, folder, solutions, manifest, faults)
    for name in names:
        _text(folder / name, faults)
    _look_at_solutions(solutions, _suffix(base or None), faults, reference=False)
    if faults or manifest is None:
        raise ProblemError(folder.name, faults)
    said = manifest.model_dump(mode="json")
    kept = {name: base[name] for name in ("listens", "questions") if not said[name]}
    return base | {"leetcode": None} | said | kept


def _base(
    path: Path, folder: Path, solutions: Path, manifest: DebugManifest, faults: list[Fault]
) -> dict[str, Any]:
    """Return the manifest of the base; an empty one if it cannot be a base."""
    name = manifest.debug.base
    places = folder.parent / name, solutions.parent / name
    if not (places[0] / "problem.toml").is_file():
        reason, mend = f"there is no package {name!r} beside this one", "Name one that is there"
        faults.append(Fault(str(path), "debug.base", reason, mend))
        return {}
    if base_of(places[0]) is not None:
        reason, mend = f"{name} has a base itself", "Name a problem that has none"
        faults.append(Fault(str(path), "debug.base", reason, mend))
        return {}
    try:
        base = examine(*places)
    except ProblemError as error:
        faults += error.faults
        return {}
    language = language_of(KINDS[base["entry"]["kind"]].languages[0])
    if language.change_counter is None:
        reason = f"{name} is solved in {language.name}, whose changes nothing counts"
        faults.append(Fault(str(path), "debug.base", reason, "Name a problem solved in Python"))
    if Path(manifest.debug.given).suffix not in language.suffixes:
        reason = f"it is no file of {language.name}"
        mend = f"Let its name end in {language.suffixes[0]}"
        faults.append(Fault(str(path), "debug.given", reason, mend))
    return base


def _table(path: Path, faults: list[Fault]) -> dict[str, Any] | None:
    text = _text(path, faults)
    if not text.strip():
        return None
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # of a number with too many digits, say
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
    if len(text) > TEXT_BYTES:
        reason = f"it is longer than {TEXT_BYTES // 1024} KiB"
        faults.append(Fault(str(path), "", reason, "Make it shorter"))
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
    except (ValueError, RecursionError, MemoryError) as error:
        reason = f"it is no source of Python: {type(error).__name__}, {error}"
        faults.append(Fault(str(path), "", reason, "Write it anew"))
        return
    defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    faults += [
        Fault(str(path), name, "the function is missing", f"Define {name}")
        for name in names
        if name not in defined
    ]


def _look_at_solutions(
    solutions: Path, suffix: str, faults: list[Fault], *, reference: bool = True
) -> None:
    if reference:
        _look_at_reference(solutions / "accepted" / f"reference{suffix}", faults)
    elif not any((solutions / "accepted").glob(f"*{suffix}")):
        reason = "no accepted solution says how few lines mend the given program"
        faults.append(Fault(str(solutions / "accepted"), "", reason, "Write the smallest mend"))
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
    except FileNotFoundError:
        faults.append(Fault(str(path), "", "the reference is missing", "Write it"))
        return
    except OSError as error:
        reason = f"it cannot be read: {error.strerror or error}"
        faults.append(Fault(str(path), "", reason, "Change its mode, or write it anew"))
        return
    if fault is not None:
        faults.append(Fault(str(path), "", fault.message, "Mend the file"))
