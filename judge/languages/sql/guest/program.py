"""One program: a query, the database of the current case, and what running it gave."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

import apsw

from .database import fill, open_database, restrict
from .rules import Rules
from .source import Query, RefusedError, Statement, read_query

VERSION: str = apsw.sqlite_lib_version()
OK = b'{"ok":null}'
#: Rows, and characters or bytes in their cells, that are read back; the judge reads no more.
MOST_ROWS, MOST_CHARACTERS = 100_000, 4_000_000
#: Steps between two looks at how many there were.
STRIDE = 1_000
UNLIMITED = 1 << 60


class StoppedError(Exception):
    """Raised where a statement takes more steps than its budget allows."""


class Program:
    """The state of one program. Its methods answer the requests of their names."""

    def __init__(self) -> None:
        self._tables: Sequence[Mapping[str, str]] = ()
        self._query: Query | None = None
        self._connection: apsw.Connection | None = None
        self._rules: Rules | None = None
        self._run: _Run | None = None
        self._text = ""

    def load(self, payload: bytes) -> bytes:
        """Read the submission; the reply says why it is no query, if it is not."""
        length = int.from_bytes(payload[:4], "big")
        self._tables = json.loads(payload[4 : 4 + length])["interface"]["tables"]
        self._text = payload[4 + length :].decode("utf-8-sig")
        try:
            self._query = read_query(self._text, self._tables)
        except RefusedError as refused:
            return self._refused(refused)
        return _reply({"ok": {"entry": "the query", "notes": []}})

    def prepare(self, payload: bytes) -> bytes:
        """Fill a fresh database with the tables of one case."""
        self._forget()
        connection = open_database(self._tables)
        names = [table["name"] for table in self._tables]
        try:
            fill(connection, names, payload.decode())
        except (apsw.Error, ValueError) as error:
            return _error("arguments", "ValueError", str(error))
        restrict(connection)
        self._rules = connection.authorizer = Rules(frozenset(map(str.lower, names)))
        self._connection = connection
        return OK

    def call(self, payload: bytes) -> bytes:
        """Create the indexes and run the query, each within its steps; do nothing else."""
        connection, query, rules = self._connection, self._query, self._rules
        if connection is None or query is None or rules is None:
            return _error("arguments", "ValueError", "nothing is prepared")
        budget = json.loads(payload)
        self._run = run = _Run(connection)
        at = query.select
        try:
            rules.begin(creates=True)
            for at in query.indexes:
                run.create(at, budget.get("index_steps", UNLIMITED))
            rules.begin(creates=False)
            at = query.select
            run.select(at, budget.get("steps", UNLIMITED))
        except StoppedError:
            run.rows = None
        except Exception as error:  # noqa: BLE001 - whatever SQLite raises is the query's failure
            return failure(error, self._line(at.at + _blank(at.text))[0])
        return OK

    def read(self, payload: bytes) -> bytes:  # noqa: ARG002 - a READ request is empty
        """Send the rows, the steps, the plan and the release of SQLite."""
        run, connection, query = self._run, self._connection, self._query
        if run is None or connection is None or query is None:
            return _error("arguments", "ValueError", "nothing was called")
        if run.too_large:
            return _error("answer_limit", "ValueError", f"the answer has over {run.too_large}")
        rows = None if run.rows is None else [[_cell(cell) for cell in row] for row in run.rows]
        plan = _plan(connection, query) if run.created else []
        answer = _reply({"ok": [rows, run.steps, run.index_steps, plan, VERSION]})
        self._forget()
        return answer

    def _forget(self) -> None:
        if self._connection is not None:
            self._connection.authorizer = None
            self._connection.close(True)
        self._connection, self._run = None, None

    def _refused(self, refused: RefusedError) -> bytes:
        line, column = self._line(refused.at)
        message = f"line {line}: {refused}"
        return _error("statement", "SQLError", message, line, column)

    def _line(self, at: int) -> tuple[int, int]:
        before = self._text[:at]
        return before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1


class _Run:
    """What one run of a query gave; `rows` is None where its steps ran out."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._counted = 0
        self.rows: list[tuple[Any, ...]] | None = None
        self.steps = 0
        self.index_steps = 0
        self.created = False
        self.too_large = ""
        connection.trace_v2(apsw.SQLITE_TRACE_PROFILE, self._count)

    def _count(self, event: Mapping[str, Any]) -> None:
        self._counted += event["stmt_status"]["SQLITE_STMTSTATUS_VM_STEP"]

    def create(self, index: Statement, most: int) -> None:
        """Create an index; `most` steps are for all of them together."""
        try:
            self._execute(index.text, most - self.index_steps)
        finally:
            self.index_steps += self._taken()

    def select(self, select: Statement, most: int) -> None:
        """Run the query and keep its rows, as far as the judge would read them."""
        self.created = True
        try:
            self.rows = self._execute(select.text, most)
        finally:
            self.steps = self._taken()

    def _taken(self) -> int:
        taken, self._counted = self._counted, 0
        return taken

    def _execute(self, sql: str, most: int) -> list[tuple[Any, ...]]:
        """Run a statement; raise `StoppedError` where it takes more steps than `most`."""
        left = most

        def look() -> bool:
            nonlocal left
            left -= STRIDE
            return left < 0

        def begin(_cursor: apsw.Cursor, _sql: str, _bindings: object) -> bool:
            # Only now: since SQLite 3.41 the handler also counts while a statement is prepared.
            self._connection.set_progress_handler(look, STRIDE)
            return True

        cursor = self._connection.cursor()
        cursor.exec_trace = begin
        rows: list[tuple[Any, ...]] = []
        size = 0
        try:
            for row in cursor.execute(sql, can_cache=False):
                size += sum(len(cell) for cell in row if isinstance(cell, str | bytes))
                if len(rows) >= MOST_ROWS or size > MOST_CHARACTERS:
                    # The rest is counted, not kept: what goes on for ever runs out of steps.
                    many = len(rows) >= MOST_ROWS
                    self.too_large = (
                        f"{MOST_ROWS:,} rows" if many else f"{MOST_CHARACTERS:,} characters"
                    )
                    continue
                rows.append(row)
        except apsw.InterruptError:
            self.too_large = ""
            raise StoppedError from None
        finally:
            self._connection.set_progress_handler(None)
            cursor.close(True)
        return rows


def _plan(connection: apsw.Connection, query: Query) -> list[list[Any]]:
    """Return the query plan: for each step its number, its parent's, the text, table and rows.

    Table and rows are None but where a whole table of the case is scanned.
    """
    plan = []
    for number, parent, _, text in connection.execute(query.select.text, explain=2):
        name = text[5:].split(" ")[0].lower().removeprefix("main.") if text[:5] == "SCAN " else ""
        table = query.aliases.get(name)
        rows = None
        if table is not None:
            rows = connection.execute(f'SELECT count(*) FROM "{table}"').get  # noqa: S608 - a table of the package
        plan.append([number, parent, text[:200], table, rows])
        if len(plan) == 200:
            break
    return plan


def _cell(value: Any) -> Any:
    """Return a value of SQLite as the judge reads it: what JSON lacks is tagged."""
    if type(value) is bytes:
        return {"t": "bytes", "v": value.decode("latin-1")}
    if type(value) is float and not math.isfinite(value):
        return {"t": "float", "v": repr(value)}
    return value


def failure(error: BaseException, line: int | None = None) -> bytes:
    """Return the reply for what running a query raised."""
    if isinstance(error, MemoryError | apsw.NoMemError):
        return _error("exception", "MemoryError", "SQLite ran out of memory", line)
    if isinstance(error, UnicodeDecodeError):
        byte = error.object[error.start]
        message = f"a text of the answer is not UTF-8: it holds the byte 0x{byte:02x}"
        return _error("exception", type(error).__name__, message, line)
    return _error("exception", type(error).__name__, str(error), line)


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip())


def _error(
    code: str, kind: str, message: str, line: int | None = None, column: int | None = None
) -> bytes:
    fault = {
        "code": code,
        "type": kind,
        "message": message[:2_000],
        "line": line,
        "column": column,
        "traceback": "",
    }
    return _reply({"error": fault})


def _reply(members: Mapping[str, Any]) -> bytes:
    # surrogates cannot occur: SQLite's text is decoded as UTF-8
    return json.dumps(members, separators=(",", ":"), allow_nan=False).encode("ascii")
