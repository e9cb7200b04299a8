"""`url-shortener`: what can be seen at each call, and rare bugs that hang on it."""

from collections.abc import Iterator
from typing import Any

SLUG = "url-shortener"


def watched(calls: list[str], arguments: list[list[Any]]) -> Iterator[dict[str, Any]]:
    """Yield, at each call that returns a value, what the conditions of the plants may name."""
    taken: dict[Any, Any] = {}
    clicks: dict[Any, int] = {}
    counts = dict.fromkeys(("shorten", "expand", "alias", "clicks"), 0)
    urls: dict[Any, int] = {}
    last: tuple[str, Any] = ("", None)
    for index, (name, values) in enumerate(zip(calls[1:], arguments[1:], strict=True), 1):
        code = _code(values[-1])
        url = values[0] if name in ("shorten", "alias") else taken.get(code)
        right = name == "alias" and code not in taken and _formed(code)
        yield {
            **{f"{each}s": count for each, count in counts.items()},
            "index": index,
            "name": name,
            "code": code,
            "known": code in taken,
            "url": url,
            "given": type(code) is tuple,
            "clicked": clicks.get(code, 0),
            "right": right,
            "size": len(code) if isinstance(code, str) else -1,
            "formed": _formed(code),
            "times": urls.get(url, 0),
            "taken": len(taken),
            "last": last[0],
            "repeated": last == (name, code),
            "aliased": sum(isinstance(c, str) for c in taken),
        }
        counts[name] += 1
        if name == "shorten":
            taken[("code", index)] = url
            urls[url] = urls.get(url, 0) + 1
        elif right:
            taken[code] = url
            urls[url] = urls.get(url, 0) + 1
        elif name == "expand" and code in taken:
            clicks[code] = clicks.get(code, 0) + 1
        last = name, code


def _code(value: Any) -> Any:
    return ("code", value["result"]) if isinstance(value, dict) else value


def _formed(code: Any) -> bool:
    return not isinstance(code, str) or (1 <= len(code) <= 7 and code.isascii() and code.isalnum())


PLANTS: list[tuple[str, list[object]]] = [
    ("index == {}", [*range(1, 31)]),
    ("name == 'shorten' and shortens == {}", [*range(12)]),
    ("name == 'shorten' and times == {}", [*range(5)]),
    ("name == 'shorten' and aliased == {}", [*range(1, 6)]),
    ("name == 'shorten' and aliased and times == {}", [1, 2, 3]),
    (
        "name == 'shorten' and url == {!r}",
        ["https://a.example", "https://b.example/x?y=1", "https://c.example/\u00e9", "x"],
    ),
    ("name == 'expand' and known and given and clicked == {}", [*range(5)]),
    ("name == 'expand' and known and not given and clicked == {}", [*range(4)]),
    ("name == 'expand' and known and times > {}", [1, 2]),
    ("name == 'expand' and not known and formed and expands == {}", [*range(5)]),
    ("name == 'expand' and not formed and taken >= {}", [0, 1, 2]),
    ("name == 'expand' and not known and taken == {}", [*range(6)]),
    ("name == 'clicks' and clicked == {} and known", [*range(5)]),
    ("name == 'clicks' and clicked == {} and given", [1, 2, 3]),
    ("name == 'clicks' and clicked == {} and not given and known", [0, 1, 2, 3]),
    ("name == 'clicks' and not known and taken == {}", [0, 1, 2, 3, 4]),
    ("name == 'clicks' and clicked and times > {}", [1, 2]),
    ("name == 'clicks' and last == 'expand' and clicked == {}", [1, 2, 3]),
    ("name == 'alias' and right and size == {}", [1, 2, 6, 7]),
    ("name == 'alias' and not formed and size == {}", [0, 1, 2, 3, 8]),
    ("name == 'alias' and given and aliass == {}", [0, 1, 2]),
    ("name == 'alias' and known and not given and times == {}", [0, 1, 2]),
    ("name == 'alias' and right and times == {}", [0, 1, 2, 3]),
    ("name == 'alias' and right and aliased == {}", [*range(6)]),
    (
        "name == 'alias' and code == {!r} and right",
        ["1", "2", "a", "b", "0", "A", "3", "aB", "Ab", "abcdefg", "000001", "0000001", "10"],
    ),
    ("name == 'alias' and code == {!r}", ["", "abcdefgh", "a-b", "\u00e9", "a b", "\u0663", "_"]),
    ("name == 'alias' and repeated and aliass > {}", [0, 1, 2]),
    ("name == 'alias' and right and shortens == {}", [*range(6)]),
    ("name == 'alias' and right and clickss == {}", [1, 2, 3]),
    ("name == 'expand' and known and last == {!r}", ["shorten", "alias", "expand", "clicks"]),
    ("name == 'clicks' and known and last == {!r}", ["shorten", "alias", "clicks"]),
    ("name == 'shorten' and taken == {}", [*range(10)]),
]
