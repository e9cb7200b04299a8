"""Read a submission: CREATE INDEX statements, then one SELECT.

SQLite's own parser reads it, on empty tables; nothing but the indexes runs.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import apsw

from .database import LIMITS, open_database, restrict
from .rules import DATES, Rules

#: Comments and literals, each whole, so that what lies inside one is not looked at.
_WHOLE = r"--[^\n]*|/\*.*?(?:\*/|\Z)|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|\[[^\]]*\]"
_ASIDE = re.compile(_WHOLE, re.DOTALL)
#: A mark of the byte order is a space to SQLite.
_TOKEN = re.compile(rf"{_WHOLE}|\w+|[^\w\s\ufeff]", re.DOTALL)
#: What preparing a statement takes at most where memory is not what it lacked.
SHORT_BYTES = 32 << 20
#: Characters beyond the place of an error that may be its cause.
NEAR = 100
_BEFORE_A_NOUN = frozenset({"create", "unique", "temp", "temporary", "virtual", "drop", "alter"})
_CREATE_INDEX = ("create", "index"), ("create", "unique", "index")
#: What makes a function of dates give something else on another day or machine.
_CHANGING = {
    "now": "the answer would change with the time of day",
    "localtime": "the answer would change with the machine's time zone",
    "utc": "the answer would change with the machine's time zone",
}
#: What SQLite says of something that it could not mean here, in words that help.
_PLAINER = {
    "variable number must be": "a parameter may not be used: it would have no value",
    "too many SQL variables": "a parameter may not be used: it would have no value",
    "Recursion limit": "its brackets or subqueries are nested too deeply",
}


class RefusedError(Exception):
    """Raised where a source is not a query; the place is in characters of the source."""

    def __init__(self, message: str, at: int, code: str = "statement") -> None:
        super().__init__(message)
        self.at = at
        self.code = code


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement, and where it begins in the source, in characters."""

    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Query:
    """A submission: its indexes, its one SELECT, and the table behind each name in it."""

    indexes: tuple[Statement, ...]
    select: Statement
    aliases: Mapping[str, str]


def read_query(text: str, tables: Sequence[Mapping[str, str]]) -> Query:
    """Return the query that a source holds. Raises `RefusedError` where it is none."""
    names = frozenset(table["name"].lower() for table in tables)
    connection, rules = open_database(tables), Rules(names)
    restrict(connection)
    connection.authorizer = rules
    indexes: list[Statement] = []
    select: Statement | None = None
    for statement, explains in _statements(connection, rules, text):
        _look(statement, rules, explains=explains)
        if rules.creates:
            if select is not None:
                raise RefusedError("CREATE INDEX comes before the SELECT", statement.at)
            connection.execute(statement.text)
            indexes.append(statement)
        elif rules.selects and select is None:
            select = statement
        elif rules.selects:
            raise RefusedError("there is a second SELECT; write exactly one", statement.at)
        elif first_words(statement.text) in _CREATE_INDEX:
            continue  # IF NOT EXISTS, and it does: SQLite then asks nothing, and does nothing
        else:
            raise _no_query(first_words(statement.text), statement.at + _start(statement.text))
    connection.authorizer = None
    connection.close()
    if select is None:
        raise RefusedError("there is no SELECT; write exactly one", max(len(text) - 1, 0))
    return Query(tuple(indexes), select, _aliases(select.text, names))


def _statements(
    connection: apsw.Connection, rules: Rules, text: str
) -> Iterator[tuple[Statement, bool]]:
    """Prepare one statement after the other; yield each, and whether it only explains."""
    at = 0
    while at < len(text):
        found: dict[str, object] = {}

        def look(
            cursor: apsw.Cursor, sql: str, _: object, found: dict[str, object] = found
        ) -> bool:
            found.update(sql=sql, empty=not cursor.has_vdbe, explains=bool(cursor.is_explain))
            return False  # so it does not run

        rest = text[at:]
        rules.begin(creates=first_words(rest) in _CREATE_INDEX)
        cursor = connection.cursor()
        cursor.exec_trace = look
        apsw.memory_high_water(True)
        try:
            cursor.execute(rest, can_cache=False)
        except apsw.ExecTraceAbort:
            pass
        except apsw.Error as error:
            raise _refused(error, rules, rest, at) from None
        length = len(str(found.get("sql", ""))) or len(rest)
        if found and not found["empty"]:
            yield Statement(rest[:length], at), bool(found["explains"])
        at += length


def _refused(error: apsw.Error, rules: Rules, rest: str, at: int) -> Exception:
    if isinstance(error, apsw.NoMemError):
        # So SQLite answers a statement of too many instructions, too.
        if apsw.memory_high_water() > SHORT_BYTES:
            return MemoryError("SQLite ran out of memory")
        most = LIMITS[apsw.SQLITE_LIMIT_VDBE_OP]
        return RefusedError(f"it takes over {most:,} instructions of SQLite", at + _start(rest))
    offset = getattr(error, "error_offset", -1)
    start = _start(rest)
    if offset >= 0:
        start = len(rest.encode()[:offset].decode("utf-8", "ignore"))
    if rules.reason:
        words = first_words(rest)
        if rules.refuses_statement and words[0] not in ("select", "values", "with"):
            return _no_query(words, at + start)
        return RefusedError(rules.reason, at + start)
    message = str(error)
    for said, plainer in _PLAINER.items():
        if said in message:
            return RefusedError(plainer, at + start)
    odd = _odd_character(rest[: start + NEAR])
    return RefusedError(message + odd, at + start, "syntax" if "syntax" in message else "sql")


def _odd_character(text: str) -> str:
    """Return what to say of the first character that only looks like one of SQL's, or nothing."""
    for letter in _ASIDE.sub("", text):
        if letter.isascii() or (letter.isalnum() and not _is_disguised(letter)):
            continue
        name = unicodedata.name(letter, "a character without a name")
        return f"; U+{ord(letter):04X} ({name}) is not a character of SQL: type it anew"
    return ""


def _is_disguised(letter: str) -> bool:
    return unicodedata.normalize("NFKC", letter).isascii()


def _no_query(words: tuple[str, ...], at: int) -> RefusedError:
    name = " ".join(words).upper()
    return RefusedError(f"{name} may not be used: write CREATE INDEX statements and one SELECT", at)


def _look(statement: Statement, rules: Rules, *, explains: bool) -> None:
    """Raise where a statement that SQLite takes is none that a submission may hold."""
    at = statement.at + _start(statement.text)
    if explains:
        raise RefusedError("EXPLAIN may not be used: the report shows the plan", at)
    if not rules.functions & DATES:
        return
    tokens = [t for t in _TOKEN.finditer(statement.text) if not t[0].startswith(("--", "/*"))]
    for place, token in enumerate(tokens):
        word = token[0].lower()
        reason = _CHANGING.get(word[1:-1].strip()) if word[:1] in "'\"" else None
        empty = [one[0] for one in tokens[place + 1 : place + 3]] == ["(", ")"]
        if word in DATES and empty:
            word, reason = f"{word}()", _CHANGING["now"]
        if reason is not None:
            raise RefusedError(f"{word} may not be used: {reason}", statement.at + token.start())


def first_words(text: str) -> tuple[str, ...]:
    """Return the first words of a statement in small letters: as many as name it."""
    words: list[str] = []
    for token in _TOKEN.finditer(text):
        if token[0].startswith(("--", "/*")) or token[0] == ";":
            continue
        words.append(token[0].lower())
        if words[-1] not in _BEFORE_A_NOUN:
            break
    return tuple(words) or ("",)


def _start(text: str) -> int:
    """Return where the first token of a text begins that is no comment."""
    tokens = (t for t in _TOKEN.finditer(text) if not t[0].startswith(("--", "/*")))
    return next((token.start() for token in tokens), 0)


def _aliases(text: str, tables: frozenset[str]) -> dict[str, str]:
    """Return the table behind each name that a FROM or JOIN gives it, where that is one table.

    Plans name what is scanned by its alias.
    """
    words = [t[0] for t in _TOKEN.finditer(text) if not t[0].startswith(("--", "/*"))]
    found: dict[str, set[str]] = {}
    for place, word in enumerate(words):
        name = word.strip('"`[]').lower()
        if name not in tables:
            continue
        after = [w.strip('"`[]') for w in words[place + 1 : place + 3]]
        if after[:1] and after[0].lower() == "as":
            after = after[1:]
        for alias in (name, *after[:1]):
            found.setdefault(alias.lower(), set()).add(name)
    return {alias: next(iter(names)) for alias, names in found.items() if len(names) == 1}
