"""Inputs of `url-shortener`: calls that use the codes which earlier calls gave."""

import base64
import hashlib
import random
import string
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]
Call = tuple[str, list[Any]]

MAX_CALLS = 200_000
MAX_URL = 200
MAX_CODE = 20
SIZES = (1, MAX_CALLS)
PARAMETERS = {"shorten": 1, "expand": 1, "alias": 2, "clicks": 1}
METHODS = list(PARAMETERS)  # a list bears to be asked for what cannot be hashed
URLS = ("https://a.example", "https://b.example/x?y=1", "https://c.example/é", "x")
#: Most of what people tidy up in a URL, in as few texts.
UNTIDY = (" HTTP://D.example/%20#e\u0301", "https://a.example/?\t")
# What counters give out first, what is almost a code, and what is none.
CODES = ("1", "2", "a", "b", "0", "A", "3", "aB", "Ab", "abcdefg", "000001", "0000001", "10")
NO_CODES = ("", "abcdefgh", "a-b", "é", "a b", "٣", "_", "a\n", "/1")
#: What becomes "1" when it is tidied up, read as a number or normalised.
NEARLY_1 = (" 1", "1 ", "/1", "1/", "\t1", "1\n", "01", "+1", "１", "1\u200b", "1?")  # noqa: RUF001 - a wide 1
#: Texts that somebody takes for one URL, though they are two.
TWINS = (
    ("https://a.example", "https://a.example/"),
    ("https://a.example", "https://a.example?"),
    ("https://a.example", "https://a.example#"),
    ("https://a.example", " https://a.example"),
    ("https://a.example", "https://a.example "),
    ("https://a.example", "\thttps://a.example"),
    ("https://a.example", "https://a.example\n"),
    ("https://a.example", "https://A.example"),
    ("https://a.example", "HTTPS://a.example"),
    ("https://a.example", "http://a.example"),
    ("https://a.example", "https:a.example"),
    ("https://a.example", "a.example"),
    ("https://a.example", "https://www.a.example"),
    ("https://a.example", "https://a.example:443"),
    ("https://a.example/x", "https://a.example/X"),
    ("https://a.example/x", "https://a.example//x"),
    ("https://a.example/x", "https://a.example/./x"),
    ("https://a.example/x", "https://a.example/x#top"),
    ("https://a.example/x", "https://a.example/x;y"),
    ("https://a.example/x", "https://a.example/x?utm_source=y"),
    ("https://a.example/x?a=1&b=2", "https://a.example/x?b=2&a=1"),
    ("https://a.example/x?a=1&b=2", "https://a.example/x?a=1&amp;b=2"),
    ("https://a.example/x y", "https://a.example/x%20y"),
    ("https://a.example/x y", "https://a.example/x+y"),
    ("https://a.example/x y", "https://a.example/x  y"),
    ("https://a.example/xy", "https://a.example/x\ny"),
    ("https://a.example/xy", "https://a.example/x\r\n\ty"),
    ("https://a.example/x/y", "https://a.example/x\\y"),
    ("https://a.example/%c3%a9", "https://a.example/%C3%A9"),
    ("https://a.example/é", "https://a.example/%C3%A9"),
    ("https://a.example/é", "https://a.example/e\u0301"),
    ("https://a.example/e", "https://a.example/é"),
    ("https://a.example/x", "https://a.example/\uff58"),
    ("x", " "),
    ("https://a.example/".ljust(MAX_URL, "x"), "https://a.example/".ljust(MAX_URL - 1, "x") + "y"),
)
_LETTERS = string.ascii_lowercase, string.ascii_uppercase
#: The digits that people write codes with.
ALPHABETS = (
    string.digits + string.ascii_letters,
    string.digits + "".join(_LETTERS[::-1]),
    string.ascii_letters + string.digits,
    "".join(_LETTERS[::-1]) + string.digits,
    string.digits + string.ascii_lowercase,
    string.hexdigits[:16],
    string.digits,
)


def edges() -> Iterator[Arguments]:
    """Yield the shortest calls of every well-known mistake, and the boundaries."""
    one, two, other = URLS[0], URLS[1], URLS[2]
    first: dict[str, int] = {"result": 1}
    second: dict[str, int] = {"result": 2}
    yield _sequence([])
    yield _sequence([("shorten", [one])])
    yield _sequence([("shorten", [one]), ("expand", [first])])
    yield _sequence(
        [("shorten", [one]), ("shorten", [two]), ("expand", [first]), ("expand", [second])]
    )
    yield _sequence(
        [("shorten", [one]), ("shorten", [one]), ("expand", [first]), ("expand", [second])]
    )
    yield _sequence([("shorten", [one]), ("clicks", [first])])
    yield _sequence([("shorten", [one]), *[("expand", [first])] * 3, ("clicks", [first])])
    yield _sequence([("shorten", [one]), ("clicks", [first]), ("clicks", [first])])
    yield _sequence(
        [("shorten", [one]), ("expand", [first]), ("shorten", [one]), ("clicks", [first])]
    )
    yield _sequence([("shorten", [one]), ("alias", [two, first]), ("expand", [first])])
    yield _sequence([("shorten", [one]), ("alias", [one, first]), ("clicks", [first])])
    for code in (*CODES, *NO_CODES):
        yield _sequence([("expand", [code])])
        yield _sequence([("clicks", [code])])
        yield _sequence([("expand", [code]), ("alias", [one, code]), ("clicks", [code])])
        yield _sequence([("alias", [one, code]), ("expand", [code]), ("clicks", [code])])
        yield _sequence([("alias", [one, code]), ("alias", [two, code]), ("expand", [code])])
        yield _sequence([("alias", [one, code]), ("alias", [one, code])])
    for codes in (CODES[:4], CODES[4:8], ("0", "1", "2"), ("a", "b", "c"), ("A", "B", "C")):
        taken: list[Call] = [("alias", [other, code]) for code in codes]
        fresh: list[Call] = [("shorten", [f"https://{n}.example"]) for n in range(3)]
        yield _sequence(taken + fresh + [("expand", [code]) for code in codes])
    yield _sequence(
        [("alias", [one, "aB"]), ("expand", ["Ab"]), ("expand", ["ab"]), ("clicks", ["aB"])]
    )
    yield _sequence([("alias", [one, "aB"]), ("alias", [two, "Ab"]), ("expand", ["aB"])])
    yield _sequence(
        [("alias", [one, "mine"]), ("shorten", [one]), ("expand", ["mine"]), ("clicks", [second])]
    )
    many: list[Call] = [("shorten", [f"https://{n}.example"]) for n in range(70)]
    yield _sequence([*many, *(("expand", [{"result": n}]) for n in range(1, 71))])
    # A URL may read like a code, a taken one too: the two are never the same thing.
    for code in CODES:
        yield _sequence([("alias", [one, code]), ("shorten", [code]), ("expand", [second])])
    alike: list[Call] = [
        ("shorten", [text]) for text in (one, *string.digits, *string.ascii_letters)
    ]
    yield _sequence([*alike, *(("expand", [{"result": n}]) for n in range(1, len(alike) + 1))])
    yield from _as_they_are()
    yield from _nearly_known()
    yield from _foreseen()
    yield from _long_runs()


def generated() -> st.SearchStrategy[Arguments]:
    """Draw up to 30 calls on few URLs and codes; half of the codes are those given before."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield many URLs: all new, all the same, and with aliases in between."""
    rng = random.Random(20260106)
    for n in (1_000, 100_000):
        calls: list[Call] = [("shorten", [f"https://example.com/{number}"]) for number in range(n)]
        asked = rng.sample(range(1, n + 1), n // 10)
        yield n, _sequence([*calls, *(("expand", [{"result": number}]) for number in asked)])
    n = 20_000
    first: dict[str, int] = {"result": 1}
    same: list[Call] = [("shorten", ["https://example.com/"])] * (n // 2)
    same += [("expand", [first])] * (n // 2 - 1)
    yield n, _sequence([*same, ("clicks", [first])])
    n = 10_000
    # Every other one of them is a code that no counter gives out beforehand.
    aliases = [f"my{number}" if number % 2 else str(number) for number in range(n)]
    mixed: list[Call] = []
    for number, code in enumerate(aliases):
        mixed.append(("alias", [f"https://a.example/{number}", code]))
        mixed.append(("shorten", [f"https://b.example/{number}"]))
        mixed.append(("clicks", [{"result": len(mixed)}]))
    mixed += [("expand", [code]) for code in aliases[::19]]
    yield n, _sequence(mixed)


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n calls: new URLs and old ones, and codes that were given before looked up."""
    urls: list[str] = []
    given: list[int] = []
    calls: list[Call] = []
    kinds = ("new", "new", "old", "expand", "expand", "clicks")
    for number, kind in enumerate(rng.choices(kinds, k=n), start=1):
        if kind == "new" or not given:
            urls.append(f"https://example.com/{rng.getrandbits(60)}")
            calls.append(("shorten", [urls[-1]]))
            given.append(number)
        elif kind == "old":
            calls.append(("shorten", [rng.choice(urls)]))
        else:
            calls.append((kind, [{"result": rng.choice(given)}]))
    return _sequence(calls)


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"calls", "arguments"}:
        return "the arguments must be exactly calls and arguments"
    calls, given = arguments["calls"], arguments["arguments"]
    if not isinstance(calls, list) or not isinstance(given, list) or len(calls) != len(given):
        return "calls and arguments must be lists of one length"
    if not calls or calls[0] != "UrlShortener" or given[0] != [] or len(calls) > MAX_CALLS + 1:
        return f"the calls must be UrlShortener() and at most {MAX_CALLS} others"
    for number, (name, values) in enumerate(zip(calls[1:], given[1:], strict=True), start=1):
        if name not in METHODS or not isinstance(values, list) or len(values) != PARAMETERS[name]:
            return f"call {number} must be a method with its arguments"
        fault = _values_fault(name, values, calls, number)
        if fault:
            return f"call {number}: {fault}"
    return None


def _values_fault(name: str, values: list[Any], calls: list[str], number: int) -> str | None:
    if name in ("shorten", "alias") and not _text(values[0], 1, MAX_URL):
        return f"a URL must be a text of 1 to {MAX_URL} characters"
    if name == "shorten" or _text(values[-1], 0, MAX_CODE):
        return None
    code = values[-1]
    if not isinstance(code, dict) or set(code) != {"result"} or type(code["result"]) is not int:
        return f"a code must be a text of at most {MAX_CODE} characters or a result"
    pointed = code["result"]
    known = 0 < pointed < number and calls[pointed] == "shorten"
    return None if known else "a result must be that of an earlier shorten"


def _text(value: Any, shortest: int, longest: int) -> bool:
    return isinstance(value, str) and shortest <= len(value) <= longest


def _sequence(calls: list[Call]) -> Arguments:
    return {
        "calls": ["UrlShortener", *(name for name, _ in calls)],
        "arguments": [[], *(values for _, values in calls)],
    }


def _as_they_are() -> Iterator[Arguments]:
    """Yield two URLs that are nearly one, each shortened, expanded and given an alias."""
    for plain, odd in TWINS:
        yield _sequence(
            [
                ("shorten", [plain]),
                ("shorten", [odd]),
                ("expand", [{"result": 1}]),
                ("expand", [{"result": 2}]),
                ("alias", [odd, "mine"]),
                ("expand", ["mine"]),
            ]
        )


def _nearly_known() -> Iterator[Arguments]:
    """Yield codes that are not the known one, but nearly, asked for and taken as aliases."""
    one, two = URLS[:2]
    known: list[Call] = [("alias", [one, "1"]), ("expand", ["1"])]
    for code in NEARLY_1:
        yield _sequence([*known, ("expand", [code]), ("clicks", ["1"])])
        yield _sequence([*known, ("clicks", [code])])
        yield _sequence([("alias", [one, code]), ("alias", [two, "1"]), ("expand", ["1"])])


def _foreseen() -> Iterator[Arguments]:
    """Yield aliases that take the codes which counters and hashes give next."""
    for alphabet in ALPHABETS:
        counted = [f"https://{n}.example" for n in range(3)]
        yield _all_taken(_counted(alphabet), counted)
    for name in ("md5", "sha1", "sha256"):
        yield _all_taken(_hashed(hashlib.new(name, URLS[0].encode()).digest()), URLS[:1])
    yield _all_taken(_hashed(zlib.crc32(URLS[0].encode()).to_bytes(4, "big")), URLS[:1])


def _counted(alphabet: str) -> Iterator[str]:
    """Yield the first codes of counters from zero and from round numbers."""
    starts = [0, *(10**k for k in range(1, 13)), *(len(alphabet) ** k for k in range(1, 7))]
    for number in (start + step for start in starts for step in range(3)):
        code = _written(number, alphabet)
        yield from (code, code[::-1])
        yield from (code.rjust(width, alphabet[0]) for width in (4, 5, 6, 7))


def _hashed(digest: bytes) -> Iterator[str]:
    """Yield what becomes of a hash when it is cut to the length of a code."""
    numbers = [int.from_bytes(digest[:size], "big") for size in (4, 5, len(digest))]
    texts = [_written(number, alphabet) for number in numbers for alphabet in ALPHABETS]
    texts += [base64.urlsafe_b64encode(digest).decode(), digest.hex()]
    for text in texts:
        for size in (5, 6, 7):
            yield from (text[:size], text[-size:], text[::-1][:size], text[::-1][-size:])


def _written(number: int, alphabet: str) -> str:
    text = ""
    while number or not text:
        number, digit = divmod(number, len(alphabet))
        text = alphabet[digit] + text
    return text


def _all_taken(guesses: Iterator[str], urls: Sequence[str]) -> Arguments:
    codes = [code for code in dict.fromkeys(guesses) if len(code) <= 7 and code.isalnum()]
    calls: list[Call] = [("alias", ["https://other.example", code]) for code in codes]
    calls += [("shorten", [url]) for url in urls]
    calls += [("expand", [{"result": len(codes) + n}]) for n in range(1, len(urls) + 1)]
    return _sequence(calls + [("expand", [code]) for code in codes[::10]])


def _long_runs() -> Iterator[Arguments]:
    """Yield long lives of a shortener with few and many URLs, every code looked up at the end."""
    rng = random.Random(20260114)
    for urls in (1, 2, 3, 5, 10, 40, 200):
        calls: list[Call] = []
        codes: list[Any] = [*CODES, *NO_CODES]
        for _ in range(60):
            url = f"https://{rng.randrange(urls)}.example"
            calls.append(("shorten", [url]))
            codes.append({"result": len(calls)})
            code = rng.choice(codes)
            calls.append(rng.choice((("alias", [url, code]), ("expand", [code]))))
            calls.append((rng.choice(("expand", "clicks")), [rng.choice(codes)]))
        ends = [(name, [code]) for code in codes for name in ("expand", "clicks")]
        yield _sequence(calls + ends)


def _choices() -> list[Call]:
    """Return the calls to draw from; a number in place of a code stands for an earlier result."""
    codes: list[str | int] = [0, 1, 2, *CODES, *NO_CODES]
    choices: list[Call] = [("shorten", [url]) for url in URLS] * 4
    choices += [("shorten", [url]) for url in UNTIDY] * 2
    choices += [("alias", [url, code]) for url in UNTIDY for code in ("c", "mine")]
    for code in codes:
        weight = 3 if isinstance(code, int) else 1
        choices += [("expand", [code]), ("clicks", [code])] * weight
        choices += [("alias", [url, code]) for url in URLS[: weight + 1]]
    return choices


CHOICES = _choices()


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    fewest = draw(st.sampled_from((1, 3, 8, 20)))
    calls: list[Call] = []
    given: list[int] = []
    for name, values in draw(st.lists(st.sampled_from(CHOICES), min_size=fewest, max_size=30)):
        code = values[-1]
        if isinstance(code, int):
            # The newest but so many; before any was given, an unknown code.
            known = {"result": given[-1 - code % len(given)]} if given else CODES[code]
            calls.append((name, [*values[:-1], known]))
        else:
            calls.append((name, values))
        if name == "shorten":
            given.append(len(calls))
    return _sequence(calls)
