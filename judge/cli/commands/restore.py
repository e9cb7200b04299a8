"""`judge restore`: a text of the past, in a file of its own."""

import os
from contextlib import suppress
from pathlib import Path

import click

from judge.cli.options import AS_JSON, completes, print_json
from judge.cli.past_events import find_event, history_to_read, source_of
from judge.cli.setup import Setup
from judge.errors import UsageError
from judge.values import escape


@click.command()
@click.argument("name", metavar="ID")
@click.argument("file", shell_complete=completes("complete_files"))
@AS_JSON
@click.pass_obj
def restore(setup: Setup, name: str, file: str, *, as_json: bool) -> None:
    """Write the text of a submission or run, by its id in `judge history`, into FILE.

    A FILE that is there already is never overwritten.
    """
    history = history_to_read(setup)
    event = find_event(history.read(), name)
    text = source_of(history, event)
    _write(Path(file), text)
    if as_json:
        print_json({"id": event.id, "file": file, "bytes": len(text)})
    else:
        click.echo(f"{escape(file)} holds the text of {event.id[:8]}, {len(text):,} bytes")


def _write(path: Path, text: bytes) -> None:
    try:
        with path.open("xb") as file:
            try:
                file.write(text)
                file.flush()
            except OSError:
                with suppress(OSError):
                    os.unlink(path)  # noqa: PTH108 - the file just made, and nothing else
                raise
    except FileExistsError:
        raise UsageError(f"{path} is there already; name another file") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(f"cannot write {path}: {reason}") from None
