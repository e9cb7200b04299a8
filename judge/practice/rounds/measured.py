"""What a scorecard needs that a history cannot know: what packages say, and what was measured."""

from collections.abc import Mapping
from typing import Any

from judge.practice.event import Event
from judge.practice.evidence.growth import bare
from judge.practice.rounds.course import Course, PartKind
from judge.practice.rounds.known_wrong import wrong_solutions
from judge.problems import Problem
from judge.reports import Growth

Measured = dict[str, Any]


def measured_of(
    one: Course,
    found: Mapping[str, Problem],
    *,
    caught: Mapping[str, int | None],
    quality: Mapping[str, list[str] | None],
    space: Mapping[str, bool | None],
    linted: bool,
) -> Measured:
    """Return the document beside a round's events; `found` are those of its problems that load.

    `caught` is by slug how many known wrong solutions the own inputs catch, `quality` by digest
    what is found in a text, `space` by slug whether the declared memory agrees with the measured.
    `linted`: there was a linter.
    """
    asked = {part.slug: found[part.slug] for part in one.parts if part.slug in found}
    return {
        "problems": {
            slug: {
                "crucial": sum(question.crucial for question in problem.interview.questions),
                "followups": sum(bool(pair.question) for pair in problem.interview.follow_ups),
                "known": len(wrong_solutions(problem)),
                "caught": caught.get(slug),
                "suffix": problem.language.suffixes[0],
            }
            for slug, problem in asked.items()
        },
        "quality": {digest: codes for digest, codes in quality.items() if codes is not None},
        "linter": linted,
        "space": {slug: space.get(slug) for slug in asked},
        "starter_bytes": {slug: len(problem.starter.encode()) for slug, problem in asked.items()},
    }


def problem_parts(one: Course) -> list[str]:
    """Return the open parts that ask for a solution, which alone are measured further."""
    return [
        part.slug for part in one.parts if part.kind is PartKind.PROBLEM and part.slug in one.opened
    ]


def judged_texts(one: Course) -> dict[str, str]:
    """Return the digests of the texts that were submitted for problems, each with its problem."""
    submitted = (event for slug in problem_parts(one) for event in one.of_part(slug, "submit"))
    return {event.source: event.problem or "" for event in submitted if event.source}


def last_accepted(one: Course, slug: str) -> Event | None:
    """Return the last accepted submission of a part."""
    submitted = one.of_part(slug, "submit")
    return next((event for event in reversed(submitted) if event.verdict == "AC"), None)


def declared_space(one: Course, slug: str) -> tuple[bool, str | None]:
    """Return whether a part's last accepted source declares its space, and the approach's.

    The approach's is that of the last one which names a space, without `O( )`.
    """
    accepted = last_accepted(one, slug)
    declared = accepted.facts.get("declared") if accepted is not None else None
    own = isinstance(declared, Mapping) and bool(declared.get("space"))
    named = (event.facts.get("space") for event in one.of_part(slug, "round_approach"))
    texts = [text for text in named if isinstance(text, str) and text.strip()]
    return own, bare(texts[-1]) if texts else None


def space_agrees(memory: Growth, *, own: bool, approach: str | None) -> bool | None:
    """Return whether the declared memory agrees with the measured; None where nobody can tell.

    The source's `own` declaration goes first, and the judge's word on it. A class of the approach
    agrees when it was measured, or the measurement also allows it.
    """
    if own:
        return memory.agrees
    if approach is None:
        return None
    return approach in {memory.measured, *memory.also_consistent_with}
