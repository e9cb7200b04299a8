"""Judges a hash ring by its rules: which server owns a key is the submission's own choice.

Heads of one ranking. An answer to `owner` or `owners` is the head of a ranking of the servers that
are there. If servers come or go, the order of the others stays. So two answers for a key, each
without the servers that were missing at the other, are heads of the ranking of the servers that
both had: the shorter must begin the longer. Two answers that fail this show a pair of servers that
changed their order; servers that are the same at both times are a special case. All other rules
concern one call alone.

Balance is judged once for each set of servers, at the end, on all keys asked while it was there,
where these are at least 500 for each of s >= 2 servers. The false-alarm chance, for a ring of v
points a server and m keys for each server: a server's part of the circle is Beta(v, v (s - 1)), and
its number of keys is binomial with that part, of s m keys. For v = 100 and m = 500 and many servers
this nears a negative binomial with shape 100 and mean 500, whose tails are 1.4e-12 together (below
200: 1.2e-12, above 1,000: 1.4e-13); for all of 200 servers the exact chance is 2.5e-10. The cases
hold four such sets, of 2, 3 and 10 servers with m = 500 and of 200 with m = 1,000: over all their
215 servers the sum is 1.6e-11, far below 1e-9. A test computes both in whole numbers. With 150 or
200 points they are smaller, and smaller still by rendezvous hashing, where only the keys vary.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any

#: Keys for each server from which balance is judged.
KEYS_A_SERVER = 500
#: Earlier answers for one key with which a new one is compared: the first and the newest.
COMPARED = 100
#: Calls of one name that are judged together where they can be.
PART = 1_000

Servers = frozenset[str]
TEXT = frozenset({str})


def check(arguments: dict[str, Any], expected: Any, actual: Any) -> str | tuple[int, str] | None:
    """Play the calls again with the servers that were named.

    Return the first call that breaks a rule, and which rule that is; balance comes last.
    """
    del expected  # one right answer among many
    calls, given = arguments["calls"], arguments["arguments"]
    if type(actual) is not list or len(actual) != len(calls):
        return "one result for each call was expected"
    rules = _Rules(actual)
    judges = {
        "add": rules.add,
        "remove": rules.remove,
        "owner": rules.owner,
        "owners": rules.owners,
    }
    for part in _parts(calls):
        rules.begin(part)
        if calls[part.start] == "owner" and rules.owners_of_new_keys(part, given, actual):
            continue
        for number in part:
            name = calls[number]
            fault = judges[name](number, *given[number], actual[number])
            if fault:
                return number, f"call {number}, {_written(name, given[number])}: {fault}"
    return rules.balance(calls, given)


def _parts(calls: list[str]) -> Iterator[range]:
    """Split the calls into ranges of one name each, of 1,000 calls at most."""
    end = 1
    for _name, same in groupby(calls[1:]):
        start, end = end, end + len(list(same))
        for at in range(start, end, PART):
            yield range(at, min(at + PART, end))


class _Rules:
    """The servers that are there, what was answered for each key, and who owns it in each set."""

    def __init__(self, results: list[Any]) -> None:
        self.results = results
        self.servers: Servers = frozenset()
        # The first call that asked for a key, and the newest of the others. Numbers, and tuples of
        # them, are nothing to the collector of garbage: 200,000 lists double a check's time.
        self.asked: dict[str, int] = {}
        self.asked_again: dict[str, tuple[int, ...]] = {}
        #: The servers at each call that asks for a key.
        self.servers_at: list[Servers] = [self.servers]
        self.owned: dict[Servers, dict[str, str]] = {self.servers: {}}
        self.last_asked: dict[Servers, int] = {}
        self.here = self.owned[self.servers]

    def begin(self, part: range) -> None:
        """Begin with calls of one name."""
        self.servers_at += [self.servers] * len(part)

    def add(self, _number: int, server: str, result: Any) -> str | None:
        fault = _differs(server not in self.servers, result)
        self._now(self.servers | {server})
        return fault

    def remove(self, _number: int, server: str, result: Any) -> str | None:
        fault = _differs(server in self.servers, result)
        self._now(self.servers - {server})
        return fault

    def _now(self, servers: Servers) -> None:
        self.servers = servers
        self.here = self.owned.setdefault(servers, {})

    def owner(self, number: int, key: str, result: Any) -> str | None:
        if not self.servers:
            return None if result is None else f"there is no server, it gave {_short(result)}"
        if type(result) is not str:
            return f"the owner is a server, it gave {_short(result)}"
        known = self.here.get(key)
        if known is not None and known == result:
            return None
        if result not in self.servers:
            return f"{_short(result)} is not there"
        return self._answered(number, key, [result])

    def owners_of_new_keys(self, part: range, given: list[list[Any]], results: list[Any]) -> bool:
        """Take in the answers to `owner` for many keys, or return that they must be seen singly.

        Keys never asked before are bound by no other answer: with 200,000 of them this takes a
        tenth of the time.
        """
        keys = [values[0] for values in given[part.start : part.stop]]
        servers = results[part.start : part.stop]
        if not TEXT.issuperset(map(type, servers)) or not self.servers.issuperset(servers):
            return False
        if not self.asked.keys().isdisjoint(keys) or len(set(keys)) < len(keys):
            return False
        self.asked.update(zip(keys, part, strict=True))
        self.here.update(zip(keys, servers, strict=True))
        self.last_asked[self.servers] = part[-1]
        return True

    def owners(self, number: int, key: str, n: int, result: Any) -> str | None:
        if type(result) is not list or not TEXT.issuperset(map(type, result)):
            return "a list of servers was expected"
        if not self.servers.issuperset(result):
            missing = next(server for server in result if server not in self.servers)
            return f"{_short(missing)} is not there"
        if len(set(result)) < len(result):
            return f"{_short(_first_twice(result))} stands there twice"
        size = min(n, len(self.servers))
        if len(result) != size:
            return f"{size} servers were expected, it gave {len(result)}"
        return self._answered(number, key, result) if result else None

    def _answered(self, number: int, key: str, answer: list[str]) -> str | None:
        """Compare an answer with earlier ones for the same key, and keep it."""
        first = self.asked.setdefault(key, number)
        if first != number:
            again = self.asked_again.get(key, ())
            for before in (first, *again):
                given = self.results[before]
                old = given if type(given) is list else [given]
                # Where one begins the other, two servers never stand the other way round.
                if old[: len(answer)] != answer[: len(old)]:
                    others = self.servers_at[before]
                    fault = _contradiction(key, (before, others, old), self.servers, answer)
                    if fault:
                        return fault
            self.asked_again[key] = (*again[2 - COMPARED :], number)
        self.here.setdefault(key, answer[0])
        self.last_asked[self.servers] = number
        return None

    def balance(self, calls: list[str], given: list[list[Any]]) -> tuple[int, str] | None:
        """Judge each set of servers by all keys that were asked while it was there."""
        for servers, owned in self.owned.items():
            if len(servers) < 2 or len(owned) < KEYS_A_SERVER * len(servers):
                continue
            counts = dict.fromkeys(servers, 0) | Counter(owned.values())
            for server, count in sorted(counts.items(), key=lambda one: (one[1], one[0])):
                # Between 2/5 and 2 times a fair share, both allowed, in whole numbers.
                share = count * len(servers)
                if not 2 * len(owned) <= 5 * share <= 10 * len(owned):
                    number = self.last_asked[servers]
                    said = _unbalanced(server, count, len(owned), len(servers))
                    return (
                        number,
                        f"call {number}, {_written(calls[number], given[number])}: {said}",
                    )
        return None


def _contradiction(
    key: str,
    before: tuple[int, Servers, list[str]],
    servers: Servers,
    answer: list[str],
) -> str | None:
    """Return which two servers have changed their order between two answers, if any have."""
    number, others, earlier = before
    if servers is others or servers == others:
        for old, new in zip(earlier, answer, strict=False):
            if old != new:
                place = "" if old == earlier[0] else "further on, "
                return (
                    f"{place}it gave {_short(new)} where call {number} gave {_short(old)} for the "
                    "same key and the same servers"
                )
        return None
    olds = [server for server in earlier if server in servers]
    news = [server for server in answer if server in others]
    for old, new in zip(olds, news, strict=False):
        if old != new:
            return (
                f"for {_short(key)} call {number} placed {_short(old)} before {_short(new)}, and "
                "now it is the other way round: the order of two servers that stay must stay"
            )
    return None


def _unbalanced(server: str, count: int, keys: int, servers: int) -> str:
    return (
        f"the load is uneven: of {keys} keys on these {servers} servers, {_short(server)} owns "
        f"{count}, and {-(-2 * keys // (5 * servers))} to {2 * keys // servers} are allowed"
    )


def _first_twice(servers: list[str]) -> str:
    return next(server for place, server in enumerate(servers) if server in servers[:place])


def _differs(expected: bool, result: Any) -> str | None:
    return None if result is expected else f"{expected} was expected, it gave {_short(result)}"


def _written(name: str, values: list[Any]) -> str:
    return f"{name}({', '.join(map(_short, values))})"


def _short(value: object) -> str:
    """Return a value of a plain type, of bounded length; of others, the type."""
    if isinstance(value, str):
        return repr(value[:40]) + ("..." if len(value) > 40 else "")
    if value is None or type(value) is bool or (type(value) is int and value.bit_length() < 100):
        return repr(value)
    return f"a value of type {type(value).__name__}"
