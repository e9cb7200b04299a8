"""What a query may do: SQLite asks this about each table, function and act of a statement."""

import apsw

READING = frozenset({apsw.SQLITE_SELECT, apsw.SQLITE_RECURSIVE})
#: What SQLite does itself while it creates an index.
CREATING = frozenset(
    {apsw.SQLITE_CREATE_INDEX, apsw.SQLITE_INSERT, apsw.SQLITE_UPDATE, apsw.SQLITE_REINDEX}
)
#: Virtual tables that SQLite makes when they are named, as it does those of pragmas.
ON_DEMAND = frozenset({"json_each", "json_tree", "jsonb_each", "jsonb_tree"})
SCHEMA = frozenset({"sqlite_master", "sqlite_schema"})
#: The functions that there are: none changes from run to run, or tells how SQLite was built.
FUNCTIONS = frozenset(
    """
    abs avg ceil ceiling char coalesce concat concat_ws count cume_dist dense_rank exp
    first_value floor format glob group_concat ifnull iif if instr lag last_value lead length
    like likelihood likely ln log log10 log2 lower ltrim max median min mod nth_value ntile nullif
    octet_length percent_rank percentile percentile_cont percentile_disc pi pow power printf quote
    rank replace round row_number rtrim sign soundex sqrt string_agg substr substring sum total
    trim trunc typeof unicode unlikely upper
    acos acosh asin asinh atan atan2 atanh cos cosh degrees radians sin sinh tan tanh
    date datetime julianday strftime time timediff unixepoch
    """.split()  # noqa: SIM905 - a hundred words in quotes would be a hundred lines
)
CLOCKS = frozenset({"current_date", "current_time", "current_timestamp"})
DATES = frozenset({"date", "datetime", "julianday", "strftime", "time", "timediff", "unixepoch"})
_STATEMENTS = {
    apsw.SQLITE_ALTER_TABLE: "ALTER TABLE",
    apsw.SQLITE_ANALYZE: "ANALYZE",
    apsw.SQLITE_ATTACH: "ATTACH",
    apsw.SQLITE_CREATE_TABLE: "CREATE TABLE",
    apsw.SQLITE_CREATE_TEMP_INDEX: "a temporary index",
    apsw.SQLITE_CREATE_TEMP_TABLE: "CREATE TEMP TABLE",
    apsw.SQLITE_CREATE_TEMP_TRIGGER: "CREATE TRIGGER",
    apsw.SQLITE_CREATE_TEMP_VIEW: "CREATE VIEW",
    apsw.SQLITE_CREATE_TRIGGER: "CREATE TRIGGER",
    apsw.SQLITE_CREATE_VIEW: "CREATE VIEW",
    apsw.SQLITE_CREATE_VTABLE: "CREATE VIRTUAL TABLE",
    apsw.SQLITE_DELETE: "DELETE",
    apsw.SQLITE_DETACH: "DETACH",
    apsw.SQLITE_DROP_INDEX: "DROP INDEX",
    apsw.SQLITE_DROP_TABLE: "DROP TABLE",
    apsw.SQLITE_DROP_TRIGGER: "DROP TRIGGER",
    apsw.SQLITE_DROP_VIEW: "DROP VIEW",
    apsw.SQLITE_DROP_VTABLE: "DROP TABLE",
    apsw.SQLITE_INSERT: "INSERT",
    apsw.SQLITE_PRAGMA: "PRAGMA",
    apsw.SQLITE_REINDEX: "REINDEX",
    apsw.SQLITE_SAVEPOINT: "SAVEPOINT",
    apsw.SQLITE_TRANSACTION: "a transaction",
    apsw.SQLITE_UPDATE: "UPDATE",
}


class Rules:
    """The authorizer of one connection, which SQLite calls while it prepares a statement.

    `reason` says what was refused first, if anything was, and `refuses_statement` that it was a
    statement of another kind, not a table or a function. `functions` are those of the statement.
    """

    def __init__(self, tables: frozenset[str]) -> None:
        self._tables = tables
        self.begin(creates=False)

    def begin(self, *, creates: bool) -> None:
        """Forget the last statement; `creates`: the next one begins as CREATE INDEX does."""
        self.reason = ""
        self.refuses_statement = False
        self.selects = False
        self.functions: set[str] = set()
        self._creates = creates
        self.creates = False

    def __call__(
        self, act: int, first: str | None, second: str | None, _base: str | None, _by: str | None
    ) -> int:
        """Return whether SQLite may do this."""
        reason = self._refusal(act, (first or "").lower(), (second or "").lower())
        if reason is None:
            return apsw.SQLITE_OK
        self.reason = self.reason or reason
        return apsw.SQLITE_DENY

    def _refusal(self, act: int, first: str, second: str) -> str | None:
        if act in READING:
            self.selects = True
            return None
        if act == apsw.SQLITE_FUNCTION:
            return self._function(second)
        if act == apsw.SQLITE_READ:
            return self._table(first, second)
        if act in CREATING and self._creates:
            self.creates |= act == apsw.SQLITE_CREATE_INDEX
            if act in (apsw.SQLITE_CREATE_INDEX, apsw.SQLITE_REINDEX) or first in SCHEMA:
                return None
        self.refuses_statement = True
        name = _STATEMENTS.get(act, "this statement")
        return f"{name} may not be used: write CREATE INDEX statements and one SELECT"

    def _function(self, name: str) -> str | None:
        self.functions.add(name)
        if name in FUNCTIONS:
            return None
        if name in CLOCKS:
            return f"{name} may not be used: the answer would change with the time of day"
        return f"the function {name}() may not be used"

    def _table(self, name: str, column: str) -> str | None:
        """Allow the case's tables, and common table expressions, of which no column is told."""
        if name in self._tables or (name in SCHEMA and self._creates):
            return None
        virtual = name in ON_DEMAND or name.startswith(("sqlite_", "pragma_"))
        if not column and not virtual:
            return None
        return f"the table {name} may not be used"
