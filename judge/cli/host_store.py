"""The store of this host's service, for commands of the host."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from judge import service, storage
from judge.cli.setup import Setup

if TYPE_CHECKING:
    from judge.storage import Database


@contextmanager
def host_store(setup: Setup) -> "Iterator[Database]":
    """Open the store that the service of this host uses. Raises `UsageError` and `HostError`."""
    settings = setup.settings(keeps_state=True)
    service.private_folder(settings.state_dir)
    database = storage.open_store(service.store_address(setup.environment), settings.state_dir)
    try:
        yield database
    finally:
        database.close()
