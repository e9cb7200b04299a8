"""Pools of fresh inputs: drawn once for many submissions, since to draw takes long.

A pool is a function of the package's version, the host's key and the pool's number; chance, which
hangs on the source too, chooses the number. So a submission is tried on the same inputs whether its
pool was there or had to be drawn.

Makes files: `<cache>/pools/<slug>-<digest>.pool`, in a folder of mode 0700. A file is one line of
JSON (what the pool is, and a checksum of the rest) and the inputs as compressed JSON. One that was
not written exactly so counts for nothing.
"""

import hashlib
import json
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from judge.cache import read_own_file, write_atomically
from judge.problems.problem import Problem
from judge.records import dataclass
from judge.settings import Settings

FORMAT = 1
#: How many pools a version of a package has for one key.
POOLS = 64
#: The most files that a package keeps: of versions and keys before, the newest.
MOST_KEPT = 2 * POOLS
#: A larger file, or one that unpacks to more, is not read.
FILE_BYTES = 16 * 1024 * 1024
INPUTS_BYTES = 64 * 1024 * 1024

Arguments = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pool:
    """One pool: `count` inputs that are drawn from `seed`, and the file that keeps them."""

    seed: int
    count: int
    path: Path

    def load(self) -> list[Arguments] | None:
        """Return the inputs; None if they are not kept."""
        try:
            line, _, body = read_own_file(self.path, FILE_BYTES).partition(b"\n")
            if json.loads(line) != self._header(body):
                return None
            unpacking = zlib.decompressobj()
            text = unpacking.decompress(body, INPUTS_BYTES)
            inputs: list[Arguments] | None = json.loads(text) if unpacking.eof else None
        except (OSError, ValueError, zlib.error, RecursionError):
            # Whatever is wrong with the file, the inputs are drawn again.
            return None
        return inputs

    def save(self, inputs: list[Arguments]) -> None:
        """Keep the inputs where they can be kept, and end the oldest pools of the package."""
        body = zlib.compress(json.dumps(inputs, separators=(",", ":")).encode("ascii"))
        if len(body) > FILE_BYTES // 2:
            return
        with suppress(OSError):
            write_atomically(
                self.path, json.dumps(self._header(body)).encode("ascii") + b"\n" + body
            )
            self._leave_newest()

    def _header(self, body: bytes) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "seed": self.seed,
            "count": self.count,
            "sha256": hashlib.sha256(body).hexdigest(),
        }

    def _leave_newest(self) -> None:
        slug = _slug(self.path)
        kept = [path for path in self.path.parent.glob(f"{slug}-*.pool") if _slug(path) == slug]
        for path in sorted(kept, key=lambda path: path.stat().st_mtime_ns)[:-MOST_KEPT]:
            path.unlink(missing_ok=True)


def missing_pools(problem: Problem, settings: Settings) -> Iterator[Pool]:
    """Yield the pools of a package that are not kept; each is looked for when it is its turn."""
    for number in range(POOLS):
        pool = pool_of(problem, settings, number, settings.search_examples)
        if pool.count and not pool.path.exists():
            yield pool


def _slug(path: Path) -> str:
    return path.name.rpartition("-")[0]


def pool_of(problem: Problem, settings: Settings, chance: int, count: int) -> Pool:
    """Return the pool of `count` inputs that `chance` chooses; its number is `chance % POOLS`."""
    home = problem.home
    # The seed is what it is drawn from, and tells nobody the key.
    parts = settings.key, home.version, str(count), str(chance % POOLS)
    digest = hashlib.sha256(b"\0".join(hashlib.sha256(p.encode()).digest() for p in parts))
    path = settings.cache_dir / "pools" / f"{home.slug}-{digest.hexdigest()[16:48]}.pool"
    return Pool(int.from_bytes(digest.digest()[:8], "big"), count, path)
