"""Strategies that did not end, so that no later submission waits for them again.

They are known for one version of a package and for as long as this process lives. A submission
still gets its verdict from the corpus where the strategies are not needed for it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from judge.errors import HangError
from judge.problems.author.call import PackageFile

_KNOWN: dict[tuple[PackageFile, str], HangError] = {}


def is_known_to_hang(file: PackageFile, function: str) -> bool:
    """Whether a function of this version of a file did not end before."""
    return (file, function) in _KNOWN


@contextmanager
def known_hangs(file: PackageFile, function: str) -> Iterator[None]:
    """Raise the `HangError` of before for a function that hung; else note if it hangs now."""
    known = _KNOWN.get((file, function))
    if known is not None:
        raise known.with_traceback(None)
    try:
        yield
    except HangError as error:
        _KNOWN[file, function] = error
        raise
