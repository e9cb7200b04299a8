"""Inputs of `top-active-users`: short logs around the edges of an hour, and large ones."""

import math
import random
from collections.abc import Iterable, Iterator
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

HOUR = 3600
LATEST = 9_999_999_999
LONGEST_USER = 50
LONGEST_ACTION = 1_000
MOST_CHARACTERS = 8_000_000
#: Control characters, and halves of surrogate pairs, which UTF-8 has not.
_FORBIDDEN = frozenset(map(chr, [*range(0x20), *range(0xD800, 0xE000)]))
#: As data.py makes them: the name, how many lines, and the second after the last one.
LOGS = {"events-8.log": 18_208, "events-200.log": 455_246}
END = 1_735_689_600
#: Lines of an hour in inputs of any size.
AN_HOUR = 500
SIZES = (1, 100_000)
#: Nine digits make a line of the dense log 126 bytes long: no power of two is a multiple of it.
ODD_NOW = 900_000_000
#: As many lines of the dense log are more than 4 MiB, the largest block that people read.
DENSE = 33_500
CROWD = 12_500

USERS = (
    "ann",
    "bob",
    "Ann",
    "ann lee",
    "b",
    "a",
    "aa",
    "Z",
    "z",
    "10",
    "9",
    "ab",
    "zoe",
    "Zoë",
    "zoe\u0308",
    "élan",
    "李雷",
    "日",
    "ﬁ",
    "😀",
    "😁",
    "user",
    "now",
    "dot.ted",
    "a-b",
    "a,b",
    "x:y",
    "ann\u2028lee",
    "a\x85b",
    "'q'",
    "A",
    "B",
    "C",
    "D",
)
ACTIONS = ("login", "logout", "a", "GET /x y", "日本", "0", "ann")
WORDS = ("oops", "time", "abc", "x", "E", "none", "True")
NOWS = (10_000, 1_000_000_000, 5_000, 0, 3_599, 3_600, 3_601, 1_735_689_600, LATEST, 99, 12_345)
#: Distances to `now`: both edges, both sides of them, and the middle.
OFFSETS = (-3_600, -3_599, 0, 1, -1, -3_601, -1_800, -7_200, -3_598, 2, -60, 3_600, -10)


def edges() -> Iterator[Arguments]:
    """Yield the smallest input of every well-known mistake, and the boundaries."""
    yield from _files()
    yield from _windows()
    yield from _ties()
    yield from _damaged()
    yield from _long()


def _files() -> Iterator[Arguments]:
    for log in ([], ["", ""], ["5\ta\tx"], ["5\ta\tx", ""], ["5\tab\tx", "5\tb\tx"]):
        yield {"log": log, "now": 10}
    yield {"log": ["5\tann\tx", "6\tann\ty", "7\tbob\tx"], "now": 7}
    yield {"log": ["5\tann lee\tlog in", "6\tann\tx", "7\tann lee\tx"], "now": 7}
    for name in ("Zoë", "zoe\u0308", "李雷", "😀", "a\u2028b", "a\x85b", "a\u3000b"):
        yield {"log": [f"5\t{name}\tx", "6\tann\t日本", f"7\t{name}\tx", ""], "now": 7}


def _windows() -> Iterator[Arguments]:
    for now in (10_000, 3_600, 3_599, 1_000_000_000, LATEST):
        for offset in (-3_601, -3_600, -3_599, -1, 0, 1):
            if 0 <= now + offset <= LATEST:
                yield {"log": [f"{now + offset}\tann\tx"], "now": now}
        times = [now + offset for offset in sorted(OFFSETS) if 0 <= now + offset <= LATEST]
        yield {"log": [f"{t}\tu{i % 3}\tx" for i, t in enumerate(times)], "now": now}
        yield {"log": [f"{t}\tu{t}\tx" for t in times[:9]] + [""], "now": now}
    yield {"log": ["0\tann\tx", "0\tbob\tx", "0\tann\tx"], "now": 0}
    yield {"log": [f"700\tu{i % 12}\tx" for i in range(40)], "now": 700}
    yield {"log": [f"{t}\tann\tx" for t in (999, 1_000, 9_999, 10_000, 10_001)], "now": 10_000}
    yield {"log": [f"{t}\tann\tx" for t in range(6_390, 10_011, 5)], "now": 10_000}
    yield {"log": ["1\told\tx"] * 50 + ["9000\tann\tx"] + ["20000\tnew\tx"] * 50, "now": 10_000}
    yield {"log": ["1\told\tx"] * 20, "now": 10_000}
    yield {"log": ["20000\tnew\tx"] * 20, "now": 10_000}


def _ties() -> Iterator[Arguments]:
    for names in (
        ("b", "a"),
        ("Zoe", "ann"),
        ("9", "10"),
        ("ab", "a"),
        ("ann lee", "ann"),
        ("é", "z"),
        ("😀", "ﬁ"),
        ("zoe\u0308", "Zoë", "zoe"),
        ("a-b", "a b", "ab", "aB"),
        ("Ann", "ann"),
    ):
        yield _each(names)
        yield _each(names[::-1])
    yield _each([f"u{i}" for i in range(9)])
    yield _each([f"u{i}" for i in range(10)])
    yield _each([f"u{i}" for i in range(10, -1, -1)])
    yield _each([f"u{i}" for i in range(25, -1, -1)])
    # Eleven users, the two last of equal number; and all equal but the last to come.
    counted = [f"u{i:02}" for i in range(9)] * 2 + ["y", "x"]
    yield _each(counted)
    yield _each([f"u{i:02}" for i in range(12)] + ["zz", "zz"])
    yield _each([name for i in range(14) for name in [f"u{i}"] * (i + 1)])
    yield _each(["b"] * 10 + ["a"] * 9 + ["c"] * 100)


def _each(names: Iterable[str]) -> Arguments:
    return {"log": [f"{5_000 + i}\t{name}\tx" for i, name in enumerate(names)], "now": 6_000}


def _damaged() -> Iterator[Arguments]:
    good = "5\tann\tx"
    for bad in ("", "oops", "5", "5\tann", "oops\tann", "oops\tann\tx", "E\tann\tx", "5\tbob"):
        yield {"log": [bad, good], "now": 7}
        yield {"log": [good, bad, good], "now": 7}
        yield {"log": [good, bad], "now": 7}
        yield {"log": [good, bad, ""], "now": 7}
        if bad:
            yield {"log": [bad], "now": 7}
    yield {"log": ["", "", good, "", "", good, "", ""], "now": 7}
    # Between old lines: whoever bisects must read on to one with a time.
    for gap in ([""], [""] * 3, ["oops"], ["oops\tann\tx"], ["", "1", "E\tb"]):
        yield {"log": ["1\told\tx", *gap] * 8 + ["9000\tann\tx"], "now": 10_000}
    yield {"log": ["5\tann", "oops\tbob\tx", "", "5"], "now": 7}
    yield {"log": ["5\tann\tx", "9\tann", "9", "oops", "oops\tb\tx", "", "9\tann\tx"], "now": 9}


def _long() -> Iterator[Arguments]:
    """Yield logs longer than the blocks in which people read."""
    for action, user in (("x" * 1_000, "ann"), ("日" * 997, "李雷" * 20), ("é", "ü" * 49)):
        for count in (70, 2_000 if len(action) == 1 else 140):
            times = [5_000 + 40 * i * 70 // count for i in range(count)]
            log = [f"{t}\t{user}{'' if i % 3 else 's'}" for i, t in enumerate(times)]
            yield {"log": [f"{line}\t{action}" for line in log], "now": 7_000}


def generated() -> st.SearchStrategy[Arguments]:
    """Draw logs of up to 45 lines whose times crowd round the edges of the hour."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield users in a crowd, a log of long names, and the large logs.

    Their hour is near the end, and farther from it than a reader can guess.
    """
    for log in (_crowd(), _dense()):
        yield len(log), {"log": log, "now": ODD_NOW}
    for name, ago in (("events-8.log", 600), ("events-8.log", 4_000), ("events-200.log", 20_000)):
        yield LOGS[name], {"log": {"data": name}, "now": END - ago}


def _crowd() -> list[str]:
    """Return ten users of 3 to 12 lines, far apart among thousands of users with one line each.

    Whoever drops the users with the fewest lines now and then, drops some of the ten.
    """
    crowd = [(place, f"visitor {place}") for place in range(CROWD)]
    for lines in range(3, 13):
        crowd += [(CROWD * i // lines, f"regular {lines}") for i in range(1, lines + 1)]
    return _within_the_hour([name for _, name in sorted(crowd)], "x")


def _dense() -> list[str]:
    """Return a log of long names, nine users with different numbers.

    Blocks of the usual sizes end in the middle of a name sooner or later, so that a line is lost.
    """
    names = [f"{i}".rjust(LONGEST_USER, "u") for i in range(1, 10)]
    return _within_the_hour([names[math.isqrt(i % 81)] for i in range(DENSE)], "x" * 64)


def _within_the_hour(names: list[str], action: str) -> list[str]:
    times = [ODD_NOW - HOUR + 1 + HOUR * i // len(names) for i in range(len(names))]
    return [f"{t}\t{name}\t{action}" for t, name in zip(times, names, strict=True)]


def sized(n: int, rng: random.Random) -> Arguments:
    """Return a log of n lines; the hour is near its end and has always about as many of them."""
    times = [END - HOUR * (n - i) // AN_HOUR for i in range(n)]
    log = [f"{t}\tuser {rng.randrange(200)}\tlogin" for t in times]
    return {"log": log, "now": END - 60}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"log", "now"}:
        return "the arguments must be exactly log and now"
    log, now = arguments["log"], arguments["now"]
    if type(now) is not int or not 0 <= now <= LATEST:
        return f"now must be an int from 0 to {LATEST}"
    if isinstance(log, dict):
        known = list(log) == ["data"] and log["data"] in list(LOGS)
        return None if known else f"a large log is one of {', '.join(LOGS)}"
    if not isinstance(log, list) or not all(isinstance(line, str) for line in log):
        return "log must be a list of lines"
    if sum(map(len, log)) + len(log) > MOST_CHARACTERS:
        return f"a log that is written out has at most {MOST_CHARACTERS} characters"
    return _faulty_line(log)


def _faulty_line(log: list[str]) -> str | None:
    last = 0
    for number, line in enumerate(log, 1):
        fields = line.split("\t")
        reason = _fault(fields) if line else None
        if reason is not None:
            return f"line {number}: {reason}"
        if fields[0].isdigit():
            if int(fields[0]) < last:
                return f"line {number}: the time decreases"
            last = int(fields[0])
    return None


def _fault(fields: list[str]) -> str | None:
    if len(fields) > 3:
        return "it has more than three fields"
    if any(not field or field != field.strip() or _FORBIDDEN & set(field) for field in fields):
        return "a field is empty, or has white space at an end or a control character"
    time = fields[0]
    if time.isascii() and time.isdigit():
        if len(time) > 10 or (time[0] == "0" and time != "0"):
            return "the time has more than ten digits or a leading zero"
    # These are numbers to `float`.
    elif not (time.isascii() and time.isalpha()) or time.lower() in {"nan", "inf", "infinity"}:
        return "the first field is neither a time nor a word of letters"
    if len(fields) > 1 and len(fields[1]) > LONGEST_USER:
        return f"a user has at most {LONGEST_USER} characters"
    if len(fields) > 2 and len(fields[2]) > LONGEST_ACTION:
        return f"an action has at most {LONGEST_ACTION} characters"
    return None


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    now = draw(st.sampled_from(NOWS))
    few = draw(st.sampled_from((3, 12, 2, 1, 20, 32)))
    users = draw(st.lists(st.sampled_from(USERS), min_size=few, max_size=few, unique=True))
    fewest = draw(st.sampled_from((0, 1, 5, 15, 30)))
    offset = st.sampled_from(OFFSETS) | st.integers(-4_000, 400)
    offsets = draw(st.lists(offset, min_size=fewest, max_size=fewest + 15))
    times = sorted(now + o for o in offsets if 0 <= now + o <= LATEST)
    damages = draw(st.sampled_from((0, 1, 3)))
    log = [_line(draw, t, users, damages) for t in times]
    if draw(st.booleans()):
        log.append("")
    return {"log": log, "now": now}


def _line(draw: st.DrawFn, time: int, users: list[str], damages: int) -> str:
    user, action = draw(st.sampled_from(users)), draw(st.sampled_from(ACTIONS))
    if draw(st.integers(0, 9)) >= damages:
        return f"{time}\t{user}\t{action}"
    word = draw(st.sampled_from(WORDS))
    damaged = (
        f"{word}\t{user}\t{action}",
        "",
        f"{time}\t{user}",
        f"{time}",
        word,
        f"{word}\t{user}",
    )
    return draw(st.sampled_from(damaged))
