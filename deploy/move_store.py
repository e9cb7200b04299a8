"""Copy the store of one machine, a SQLite file, into an empty PostgreSQL database.

    python deploy/move_store.py ~/.local/state/coding-round-judge postgresql://judge@db/judge

Run it with the judge's own Python while no server runs on either. Everything is copied in one
transaction: submissions with their reports, the queue, tokens, drafts, histories. The file stays as
it is, but for migrations that it lacks. A database that holds rows already is refused.
"""

import sys
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Integer, func, insert, select, text

from judge.client import is_locked
from judge.errors import JudgeError, UsageError
from judge.storage.postgres import open_postgres
from judge.storage.sqlite import open_file
from judge.storage.stores import FILE
from judge.storage.tables import METADATA

#: Rows that are held in memory at once: a report may have a megabyte.
STRIDE = 200


def main(arguments: list[str]) -> int:
    """Copy a store; return the exit status."""
    if len(arguments) != 2:
        sys.stderr.write(f"usage: move_store.py STATE_FOLDER ADDRESS\n\n{__doc__}")
        return 2
    try:
        counts = move(Path(arguments[0]), arguments[1])
    except JudgeError as error:
        sys.stderr.write(f"move_store.py: {error}\n")
        return 2 if isinstance(error, UsageError) else 3
    for name, count in counts.items():
        sys.stdout.write(f"{count:8} {name}\n")
    return 0


def move(folder: Path, address: str) -> dict[str, int]:
    """Copy every row; return how many by table. Raises `UsageError` and `HostError`."""
    file = folder / FILE
    if not file.is_file():
        raise UsageError(f"there is no store in {folder}: name the state folder of the server")
    if is_locked(folder):
        raise UsageError(f"a server runs on {folder}: stop it first")
    counts = {}
    with (
        closing(open_file(file)) as source,
        closing(open_postgres(address)) as target,
        source.read() as reads,
        target.write("the move of a store") as writes,
    ):
        for table in METADATA.sorted_tables:
            if writes.execute(select(func.count()).select_from(table)).scalar_one():
                raise UsageError(
                    f"{target.name} holds rows already, in {table.name}: give an empty database"
                )
            # Leases go along: by the clock of the new store they ran out long ago.
            for rows in reads.execute(select(table)).mappings().partitions(STRIDE):
                writes.execute(insert(table), [dict(row) for row in rows])
            counts[table.name] = writes.execute(
                select(func.count()).select_from(table)
            ).scalar_one()
            go_on_counting(writes, table.name, next(iter(table.primary_key.columns)).name)
    return counts


def go_on_counting(connection: Connection, table: str, column: str) -> None:
    """Have the numbers of new rows follow those that were copied."""
    if not isinstance(METADATA.tables[table].columns[column].type, Integer):
        return
    sequence = "pg_get_serial_sequence(:table, :column)"
    highest = f'(SELECT max("{column}") FROM "{table}")'  # noqa: S608 - names of our own tables
    connection.execute(
        text(f"SELECT setval({sequence}, coalesce({highest}, 1), {highest} IS NOT NULL)"),
        {"table": table, "column": column},
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
