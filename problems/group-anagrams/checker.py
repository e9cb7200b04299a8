"""Compares groups of words: any order of groups, and of the words in them."""

from collections import Counter
from typing import Any

Group = tuple[str, ...]


def check(arguments: dict[str, Any], expected: Any, actual: Any) -> str | None:
    """Return None if both have the same groups, else what is wrong with the answer."""
    if type(actual) not in (list, tuple):
        return f"return a list of groups, not a {type(actual).__name__}"
    for group in actual:
        if type(group) not in (list, tuple):
            return f"each group must be a list of words, not a {type(group).__name__}"
        if any(type(word) is not str for word in group):
            return "a group must hold words, texts as they stand in strs"
    want, got = (Counter(tuple(sorted(group)) for group in groups) for groups in (expected, actual))
    if want == got:
        return None
    return _words_fault(arguments["strs"], actual) or _groups_fault(want, got)


def _words_fault(strs: list[str], actual: Any) -> str | None:
    given, answered = Counter(strs), Counter(word for group in actual for word in group)
    for word in sorted(given | answered):
        if given[word] != answered[word]:
            times = f"{given[word]} times in strs and {answered[word]} times in the answer"
            return f"every word comes back as often as it is given: {word!r} is {times}"
    return None


def _groups_fault(want: Counter[Group], got: Counter[Group]) -> str:
    """All words are there, so some of them are together that should not be, or apart."""
    for group in sorted(got - want):
        if not group:
            return "there is an empty group"
        first = sorted(group[0])
        other = next((word for word in group if sorted(word) != first), None)
        if other is not None:
            return f"{group[0]!r} and {other!r} are in one group and are no anagrams"
    group = min(want - got)
    return f"{', '.join(map(repr, group[:6]))} belong together and are not in one group"
