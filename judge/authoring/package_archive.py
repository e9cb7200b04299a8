"""Install a package from a zip file: whole or not at all, and nothing outside its folder.

Makes a folder `.NAME.new-*` beside the package's place while it unpacks, and renames it at the end.
"""

import shutil
import stat
import tempfile
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from judge.authoring.skeleton import LONGEST
from judge.errors import UsageError
from judge.problems import SLUG

#: Bytes of all files, files, and how many times larger than the archive they may be: no package
#: comes near, and a bomb is far above.
MOST_BYTES, MOST_FILES, MOST_RATIO = 64 * 1024 * 1024, 2_000, 100
CHUNK = 64 * 1024


def add_archive(archive: Path, folder: Path) -> Path:
    """Unpack a package into a folder of one's own; return the package's folder.

    The archive holds one folder, named like the problem, with problem.toml in it and the samples in
    its `solutions/`. Raises `UsageError` with the member that is at fault; then nothing is left.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            members = _members(opened, archive)
            slug = PurePosixPath(members[0].filename).parts[0]
            place = folder / slug
            if place.exists() or place.is_symlink():
                raise UsageError(f"{place} is there already")
            folder.mkdir(parents=True, exist_ok=True)
            made = Path(tempfile.mkdtemp(prefix=f".{slug}.new-", dir=folder))
            try:
                _unpack(opened, members, made)
                (made / slug).rename(place)
            finally:
                shutil.rmtree(made, ignore_errors=True)
    except (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError) as error:
        # RuntimeError is what zipfile raises for an encrypted member.
        words = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"cannot unpack {archive}: {words}") from None
    return place


def _members(opened: zipfile.ZipFile, archive: Path) -> list[zipfile.ZipInfo]:
    """Return the files of an archive, every one of them fit to be unpacked."""
    members = [one for one in opened.infolist() if not one.is_dir()]
    if len(opened.infolist()) > MOST_FILES:
        raise UsageError(f"{archive} holds over {MOST_FILES:,} files")
    total = sum(one.file_size for one in members)
    packed = archive.stat().st_size
    if total > MOST_BYTES or total > MOST_RATIO * max(packed, CHUNK):
        raise UsageError(f"{archive} unpacks to {total:,} bytes, more than any package has")
    tops = set()
    for one in members:
        reason = _flaw(one)
        if reason is not None:
            raise UsageError(f"{archive}: {one.filename[:200]!r} {reason}")
        tops.add(PurePosixPath(one.filename).parts[0])
    if len(tops) != 1 or not any(one.filename == f"{min(tops)}/problem.toml" for one in members):
        raise UsageError(f"{archive} must hold one folder with a problem.toml in it, the package's")
    slug = min(tops)
    if not SLUG.fullmatch(slug) or len(slug) > LONGEST:
        raise UsageError(f"{archive}: {slug[:LONGEST]!r} is no name for a problem")
    return members


def _flaw(one: zipfile.ZipInfo) -> str | None:
    name = one.filename
    parts = PurePosixPath(name).parts
    if name.startswith("/") or "\\" in name or ".." in parts or len(parts) < 2 or ":" in parts[0]:
        return "leads out of the package"
    if not name.isprintable() or len(name) > 255:
        return "has no name that a file may have"
    mode = one.external_attr >> 16
    if mode and not (stat.S_ISREG(mode) or stat.S_IFMT(mode) == 0):
        return "is no regular file"
    return None


def _unpack(opened: zipfile.ZipFile, members: list[zipfile.ZipInfo], made: Path) -> None:
    """Write the files; what is longer than it said ends it."""
    left = MOST_BYTES
    for one in members:
        path = made.joinpath(*PurePosixPath(one.filename).parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        with opened.open(one) as source, path.open("xb") as target:
            while chunk := source.read(CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise UsageError(f"{one.filename!r} is longer than it says")
                target.write(chunk)
