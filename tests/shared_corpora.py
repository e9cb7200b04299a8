"""One corpus for all tests that write the same package: to make it costs more than to judge on it.

A corpus is found by the version of its package, which its files alone decide.
"""

from pathlib import Path

#: The folder of this process; none where no pytest runs.
_places: list[Path] = []


def share_below(folder: Path) -> None:
    """Have the caches of all tests from now on keep their corpora in this folder."""
    _places[:] = [folder]


def cache_in(folder: Path) -> Path:
    """Return the cache of a test, a new folder below its own, in which corpora are shared.

    Not for a test that looks at how corpora are made, or changes them.
    """
    cache = folder / "cache"
    if _places and not cache.exists():
        cache.mkdir(parents=True)
        (cache / "corpora").symlink_to(_places[0])
    return cache
