"""Compare programs by fingerprints of their tokens.

A fingerprint is the hash of a run of tokens; of neighbouring runs the least is kept, so a passage
that two programs share is found wherever it stands (winnowing: Schleimer, Wilkerson and Aiken,
SIGMOD 2003).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from zlib import crc32

from judge.records import dataclass

#: Tokens of a run: shorter ones are shared by any two programs.
RUN = 8
#: Runs of which the least is kept: a shared passage of RUN + WINDOW - 1 tokens is always found.
WINDOW = 4
#: What this share of all people wrote is how the question is solved, and tells nothing. It takes
#: that many people to say so.
COMMON, MOST_PEOPLE = 0.5, 6


@dataclass(frozen=True, slots=True)
class Pair:
    """Two programs of different owners and how much of their fingerprints they share, 0 to 1."""

    first: str
    second: str
    share: float


def pairs_of(
    tokens: Mapping[str, Sequence[str]],
    owners: Mapping[str, str],
    known: Iterable[Sequence[str]] = (),
) -> list[Pair]:
    """Return the most alike pair of programs of each two owners, the most alike first.

    `tokens` and `owners` are by program. What stands in `known` texts, such as a starter, counts
    for nothing. Programs without a fingerprint of their own are left out.
    """
    left_out = {one for text in known for one in fingerprints(text)}
    prints = {name: fingerprints(text) - left_out for name, text in tokens.items()}
    common = _common(prints, owners)
    prints = {name: kept - common for name, kept in prints.items()}
    best: dict[tuple[str, str], Pair] = {}
    for (first, second), shared in _shared(prints).items():
        both = owners[first], owners[second]
        if both[0] == both[1]:
            continue
        share = 2 * shared / (len(prints[first]) + len(prints[second]))
        owned = min(both), max(both)
        if owned not in best or share > best[owned].share:
            best[owned] = Pair(first, second, share)
    return sorted(best.values(), key=lambda pair: (-pair.share, pair.first, pair.second))


def fingerprints(tokens: Sequence[str]) -> set[int]:
    """Return the fingerprints of a program, each once."""
    runs = [
        crc32("\0".join(tokens[start : start + RUN]).encode("utf-8", "surrogatepass"))
        for start in range(len(tokens) - RUN + 1)
    ]
    windows = range(max(len(runs) - WINDOW + 1, 1)) if runs else range(0)
    return {min(runs[start : start + WINDOW]) for start in windows}


def _common(prints: Mapping[str, set[int]], owners: Mapping[str, str]) -> set[int]:
    """Return the fingerprints that most people's programs have."""
    people = len(set(owners.values()))
    if people < MOST_PEOPLE:
        return set()
    of_owner: dict[str, set[int]] = {}
    for name, kept in prints.items():
        of_owner.setdefault(owners[name], set()).update(kept)
    counts = Counter(one for kept in of_owner.values() for one in kept)
    return {one for one, count in counts.items() if count > COMMON * people}


def _shared(prints: Mapping[str, set[int]]) -> Counter[tuple[str, str]]:
    """Return how many fingerprints each two programs share, where they share any."""
    holders: dict[int, list[str]] = {}
    for name in sorted(prints):
        for one in prints[name]:
            holders.setdefault(one, []).append(name)
    return Counter(_pairs(holders.values()))


def _pairs(groups: Iterable[Sequence[str]]) -> Iterator[tuple[str, str]]:
    for names in groups:
        yield from combinations(names, 2)
