"""What history cannot know of a round: the packages, the quality of texts, their memory. Pure."""

import re
from collections.abc import Mapping
from typing import Any

from judge.practice.evidence.facts import count, mapping, number, text
from judge.records import dataclass

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one problem.

    `crucial` and `follow_ups` are numbers of questions; `share` is that of the known wrong
    solutions which one's own inputs catch, None where it is unknown; `space` says whether the
    declared space agrees; a starter that is unknown has no bytes; `suffix` is that of a solution's
    file.
    """

    crucial: int = 0
    follow_ups: int = 0
    known: int = 0
    share: float | None = None
    space: bool | None = None
    starter_bytes: int = 0
    suffix: str = ".py"


def known_of(measured: Mapping[str, Any], slug: str) -> Known:
    """Return what is known of a problem; whatever is missing is unknown."""
    found = mapping(mapping(measured.get("problems")).get(slug))
    known, caught = count(found.get("known")), found.get("caught")
    unknown = not known or (number(caught) is None and not isinstance(caught, list))
    suffix = text(found.get("suffix"))
    space = mapping(measured.get("space")).get(slug)
    return Known(
        crucial=count(found.get("crucial")),
        follow_ups=count(found.get("followups")),
        known=known,
        share=None if unknown else count(caught) / known,
        space=space if isinstance(space, bool) else None,
        starter_bytes=count(mapping(measured.get("starter_bytes")).get(slug)),
        suffix=suffix if _SUFFIX.fullmatch(suffix) else ".py",
    )
