"""The guest of SQL, in this process: what it takes for a query, and what it counts."""

import json
from typing import Any

import pytest

from judge.languages.sql.guest.program import Program

TABLES = [
    {"name": "users", "schema": "CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT NOT NULL)"},
    {"name": "orders", "schema": "CREATE TABLE orders(id INTEGER PRIMARY KEY, user INTEGER)"},
]
ROWS = [[[1, 2, 3], ["Ann", "Bo", "Ann"]], [[5, 6, 7, 8], [1, 1, 2, None]]]
LEAST = {"steps": 2_000, "index_steps": 50_000}


def loaded(source: str) -> tuple[Program, dict[str, Any]]:
    """Load a source; return the program and the reply."""
    program = Program()
    header = json.dumps({"interface": {"tables": TABLES}}).encode()
    reply = program.load(len(header).to_bytes(4, "big") + header + source.encode())
    return program, json.loads(reply)


def sent(rows: Any) -> bytes:
    """Return tables as the judge sends them: compact, each a list of columns."""
    return json.dumps(rows, separators=(",", ":")).encode()


def ran(source: str, rows: Any = ROWS, budget: dict[str, int] | None = None) -> Any:
    """Load and run a source; return the answer, or the error."""
    program, reply = loaded(source)
    assert "ok" in reply, reply
    assert program.prepare(sent(rows)) == b'{"ok":null}'
    reply = json.loads(program.call(json.dumps(LEAST if budget is None else budget).encode()))
    return reply["error"] if "error" in reply else json.loads(program.read(b""))["ok"]


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        ("SELECT name FROM users ORDER BY id", [["Ann"], ["Bo"], ["Ann"]]),
        ("-- one\nselect name from main.users where id=2;;; /* end */ -- end", [["Bo"]]),
        ("VALUES (1, 'a'), (2, NULL)", [[1, "a"], [2, None]]),
        ("WITH u AS (SELECT id FROM users) SELECT count(*) FROM u", [[3]]),
        ("WITH json_u AS (SELECT 1) SELECT count(*) FROM json_u", [[1]]),
        ("SELECT 1 UNION SELECT 2 EXCEPT SELECT 1", [[2]]),
        (
            "\ufeff\ufeffCREATE INDEX i ON users(name);\r\nSELECT 'Å', \"ï\" FROM (SELECT 1 AS ï)",
            [["Å", 1]],
        ),
        (
            "CREATE INDEX i ON users(name); CREATE INDEX IF NOT EXISTS i ON users(id); SELECT 1",
            [[1]],
        ),
        ("SELECT name, row_number() OVER (ORDER BY id DESC) FROM users WHERE id = 3", [["Ann", 1]]),
        (
            "CREATE INDEX i ON orders(user); SELECT id FROM orders INDEXED BY i WHERE user = 2",
            [[7]],
        ),
        (
            (
                "CREATE UNIQUE INDEX IF NOT EXISTS main.i ON users(lower(name) DESC, id);"
                "CREATE INDEX j ON orders(user) WHERE user > 1; SELECT 1"
            ),
            [[1]],
        ),
        (
            "SELECT date('2026-01-31', '+1 day'), strftime('%Y', '2026-02-01')",
            [["2026-02-01", "2026"]],
        ),
        ("SELECT sum(id), total(id), avg(id) FROM users", [[6, 6.0, 2.0]]),
        ("SELECT '; DROP TABLE users; --', 'now'", [["; DROP TABLE users; --", "now"]]),
        ("SELECT x'00ff', 9e999", [[{"t": "bytes", "v": "\0\xff"}, {"t": "float", "v": "inf"}]]),
    ],
)
def test_a_query_is_answered(source: str, rows: Any) -> None:
    """Whatever belongs to indexes and one SELECT may be used."""
    assert ran(source)[0] == rows


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("", "there is no SELECT"),
        ("-- nothing", "there is no SELECT"),
        ("CREATE INDEX i ON users(name)", "there is no SELECT"),
        ("SELECT 1; SELECT 2", "a second SELECT"),
        ("SELECT 1; CREATE INDEX i ON users(name)", "CREATE INDEX comes before"),
        ("SELCT 1", 'near "SELCT": syntax error'),
        ("SELECT 1 FROM nobody", "no such table: nobody"),
        ("SELECT surname FROM users", "no such column: surname"),
        ("EXPLAIN SELECT 1", "EXPLAIN may not be used"),
        ("EXPLAIN QUERY PLAN SELECT 1", "EXPLAIN may not be used"),
        ("ANALYZE; SELECT 1", "ANALYZE may not be used"),
        ("PRAGMA user_version; SELECT 1", "PRAGMA may not be used"),
        ("ATTACH 'x' AS y; SELECT 1", "ATTACH may not be used"),
        ("VACUUM; SELECT 1", "VACUUM may not be used"),
        ("REINDEX; SELECT 1", "REINDEX may not be used"),
        ("BEGIN; SELECT 1", "BEGIN may not be used"),
        ("DROP TABLE users; SELECT 1", "DROP TABLE may not be used"),
        ("DROP INDEX i; SELECT 1", "no such index"),
        ("CREATE TEMP TABLE t(a); SELECT 1", "CREATE TEMP TABLE may not be used"),
        ("CREATE VIEW v AS SELECT 1; SELECT 1", "CREATE VIEW may not be used"),
        ("INSERT INTO users VALUES (9, 'x'); SELECT 1", "INSERT may not be used"),
        ("WITH d AS (SELECT 1) DELETE FROM users", "DELETE may not be used"),
        ("SELECT random()", "the function random() may not be used"),
        ("SELECT randomblob(9)", "the function randomblob() may not be used"),
        ("SELECT zeroblob(9)", "the function zeroblob() may not be used"),
        ("SELECT hex(9)", "the function hex() may not be used"),
        ("SELECT load_extension('x')", "the function load_extension() may not be used"),
        ("SELECT date('now')", "'now' may not be used"),
        ('SELECT time(" NOW ")', "may not be used: the answer would change"),
        ("SELECT julianday()", "julianday() may not be used"),
        ("SELECT current_date", "current_date may not be used"),
        ("SELECT datetime('2026-01-01', 'localtime')", "time zone"),
        ("SELECT name FROM sqlite_master", "the table sqlite_master may not be used"),
        ("SELECT count(*) FROM sqlite_schema", "the table sqlite_schema may not be used"),
        ("SELECT count(*) FROM pragma_table_list", "may not be used"),
        ("SELECT count(*) FROM json_each('[1]')", "the table json_each may not be used"),
        ("SELECT count(*) FROM dbstat", "no such table: dbstat"),
        ("SELECT ?", "a parameter may not be used"),
        ("SELECT ?1, :a", "a parameter may not be used"),
        (f"SELECT {'(' * 5000}1{')' * 5000}", "nested too deeply"),
        (f"SELECT 1 IN ({'1, ' * 60_000}1)", "it takes over 100,000 instructions of SQLite"),
        ("SELECT\u00a01", "U+00A0 (NO-BREAK SPACE) is not a character of SQL"),
        ("SELECT \u2018a b\u2019", "U+2018 (LEFT SINGLE QUOTATION MARK) is not a character"),
        ("\u200bSELECT 1", "U+200B (ZERO WIDTH SPACE) is not a character"),
        ("\uff33ELECT 1", "U+FF33 (FULLWIDTH LATIN CAPITAL LETTER S) is not a character"),
        ("SELECT '\u00a0' FRM users", 'near "users": syntax error'),
    ],
)
def test_what_is_no_query_is_refused_by_name(source: str, said: str) -> None:
    """The statement, function or table is named, and the line."""
    error = loaded("\n\n" + source)[1]["error"]
    assert said in error["message"]
    assert error["line"] >= 1
    assert error["message"].startswith(f"line {error['line']}: ")


def test_the_place_of_a_fault_is_that_in_the_source() -> None:
    """Lines and columns count characters from 1, whatever statements came before."""
    error = loaded("-- é\nCREATE INDEX i ON users(name);\n\nSELECT 'é', nobody FROM users")[1][
        "error"
    ]
    assert (error["line"], error["column"]) == (4, 13)


def test_steps_are_the_same_in_every_run() -> None:
    """They are counted by SQLite, of the query and of the indexes apart."""
    source = "CREATE INDEX i ON orders(user); SELECT count(*) FROM orders WHERE user = 1"
    once, again = ran(source), ran(source)
    assert once == again
    assert once[1] > 0
    assert once[2] > once[1]


def test_what_takes_more_steps_is_stopped() -> None:
    """Soon after the limit, and without rows; a query exactly at its limit passes."""
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
    rows, steps, *_ = ran(endless, budget={"steps": 20_000, "index_steps": 0})
    assert rows is None
    assert 20_000 < steps < 25_000
    within = f"{endless} LIMIT 5000"
    needed = ran(within, budget={})[1]
    assert ran(within, budget={"steps": needed})[0] is not None


def test_indexes_have_steps_of_their_own() -> None:
    """What is stopped while it builds an index never ran its query."""
    rows = [ROWS[0], [list(range(2000)), [1] * 2000]]
    source = "CREATE INDEX i ON orders(user); SELECT 1"
    answer = ran(source, rows, {"steps": 2_000, "index_steps": 3_000})
    assert answer[:2] == [None, 0]
    assert answer[2] > 3_000
    assert ran(source, rows, {})[0] == [[1]]


def test_the_clock_stands_still() -> None:
    """Whatever a query puts together cannot ask what time it is."""
    assert ran("SELECT datetime('no' || 'w'), unixepoch('sub' || 'sec')")[0] == [
        ["1970-01-01 00:00:00", 0.0]
    ]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("CREATE UNIQUE INDEX i ON orders(user); SELECT 1", "ConstraintError"),
        ("SELECT printf('%.*c', 1000001, 'a')", "TooBigError"),
        ("SELECT abs(-9223372036854775807 - 1)", "SQLError"),
        ("SELECT CAST(x'ff' AS TEXT)", "UnicodeDecodeError"),
    ],
)
def test_an_error_while_it_runs_is_told_with_its_line(source: str, kind: str) -> None:
    """It is an exception of the query, at the line of its statement."""
    error = ran(f"\n{source}")
    assert (error["type"], error["line"], error["code"]) == (kind, 2, "exception")


def test_a_text_that_is_none_is_told_as_one_reads_it() -> None:
    """The message is about the answer, not about a codec."""
    error = ran("SELECT CAST(x'61ff' AS TEXT)")
    assert error["message"] == "a text of the answer is not UTF-8: it holds the byte 0xff"


def test_a_plan_names_the_tables_that_are_scanned() -> None:
    """By their own names, with their rows, though a query gives them others."""
    plan = ran("SELECT o.id FROM orders AS o WHERE o.user = 1")[3]
    assert [line[2:] for line in plan] == [["SCAN o", "orders", 4]]
    assert ran("SELECT u.id FROM main.users u")[3][0][3:] == ["users", 3]


def test_a_database_starts_anew_with_each_case() -> None:
    """Neither indexes nor rows of the last case are there."""
    program, _ = loaded("CREATE INDEX i ON users(name); SELECT count(*) FROM users")
    for rows, count in ((ROWS, 3), ([[[], []], [[], []]], 0)):
        program.prepare(sent(rows))
        assert program.call(b"{}") == b'{"ok":null}'
        assert json.loads(program.read(b""))["ok"][0] == [[count]]


def test_many_rows_are_all_inserted() -> None:
    """Rows go in fifty at a time, and the rest one by one."""
    rows = [[list(range(123)), ["x"] * 123], [[], []]]
    assert ran("SELECT count(*), max(id), count(DISTINCT id) FROM users", rows)[0] == [
        [123, 122, 123]
    ]


def test_an_answer_too_large_is_named() -> None:
    """More rows than the judge reads are counted in steps, and then refused."""
    program, _ = loaded(
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 100001) "
        "SELECT x FROM n"
    )
    program.prepare(sent(ROWS))
    program.call(b"{}")
    assert json.loads(program.read(b""))["error"]["code"] == "answer_limit"
