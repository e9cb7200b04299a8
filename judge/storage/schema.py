"""Migrates a store to the newest schema."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

from judge.errors import HostError

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(connection: Connection, to: str = "head") -> None:
    """Apply every missing migration in the caller's transaction.

    Raises `HostError` for a store that a newer judge has written.
    """
    config = Config()
    # A % in the path would be read as an interpolation.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, to)
    except CommandError as error:
        raise HostError(
            f"the store has a schema that this judge does not know ({error}); "
            "it was written by a newer one: upgrade the judge, or restore a backup"
        ) from None
