"""What all tests may share of a cache: to make it costs more than to judge with it.

A corpus is found by the version of its package, which its files alone decide; of a package that was
validated, what its files were then is kept, too.
"""

from pathlib import Path

SHARED = ("corpora", "packages")
#: The folder of this run of pytest; none where no pytest runs.
_places: list[Path] = []


def share_in(folder: Path) -> None:
    """Have the caches of all tests from now on keep that in this folder."""
    for name in SHARED:
        (folder / name).mkdir(parents=True, exist_ok=True)
    _places[:] = [folder]


def cache_in(folder: Path) -> Path:
    """Return the cache of a test, a new folder below its own.

    Not for a test that looks at how corpora are made, or changes them.
    """
    cache = folder / "cache"
    if _places and not cache.exists():
        cache.mkdir(parents=True)
        for name in SHARED:
            (cache / name).symlink_to(_places[0] / name)
    return cache
