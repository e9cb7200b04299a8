"""The garbage collector is kept away while very many values are built or compared."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: From so many values, or bytes of them, on it pays.
MANY, MANY_BYTES = 1_000, 64 * 1024


@contextmanager
def no_collections() -> Iterator[None]:
    """Switch the garbage collector off, in all threads, while many objects are built.

    It would take two thirds of the time of decoding 200,000 small lists.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
