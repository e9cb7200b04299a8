"""One small file that a program may write, in tiers without a scratch.

Makes files: `/tmp/judge-<random>/<random>`, in a folder that the fork server makes and removes; if
the server is killed, the judge removes it. Each file is removed with its program. A program can
write its own file but make no other, so it cannot fill the disk: RLIMIT_FSIZE bounds the file.
"""

import contextlib
import os

from sandbox.errors import SandboxError

_PARENT = "/tmp"  # noqa: S108 - the folder has a random name and must not exist


def make_folder(owner: int | None) -> str:
    """Make the folder of one fork server; `owner` is the user of its programs."""
    folder = f"{_PARENT}/judge-{os.urandom(12).hex()}"
    try:
        os.mkdir(folder, 0o700)
        if owner is not None:
            os.chown(folder, owner, owner)
    except OSError as error:
        raise SandboxError("make a folder for files", errno=error.errno) from None
    return folder


def make_file(folder: str) -> str:
    """Make the empty file of one program."""
    path = f"{folder}/{os.urandom(12).hex()}"
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600))
    return path


def remove_file(path: str | None) -> None:
    """Remove the file of a program that has ended, if there is one."""
    if path is not None:
        with contextlib.suppress(OSError):
            os.unlink(path)


def remove_folder(folder: str) -> None:
    """Remove the folder and the files in it; anything else is left alone."""
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            with contextlib.suppress(OSError):
                os.unlink(f"{folder}/{name}")
        os.rmdir(folder)
