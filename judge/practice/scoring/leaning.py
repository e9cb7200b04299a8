"""Where a scorecard leans, as a panel would read it. Pure."""

from collections.abc import Mapping

FEWEST = 3


def leaning(levels: Mapping[str, int]) -> str | None:
    """Return where the levels of the judged criteria lean; None under three of them.

    Strong yes: all at least 3, coding 4, three 4s. Yes: coding at least 3, none below 2, at most
    one 2. Strong no: coding 1. Else no.
    """
    if len(levels) < FEWEST:
        return None
    coding, every = levels.get("coding", 0), list(levels.values())
    if min(every) >= 3 and coding == 4 and every.count(4) >= 3:
        return "strong yes"
    if coding >= 3 and min(every) >= 2 and every.count(2) <= 1:
        return "yes"
    return "strong no" if coding == 1 else "no"
