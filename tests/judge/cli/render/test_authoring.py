"""What an author reads of margins and mutants."""

from dataclasses import replace
from io import StringIO

import pytest

from judge.authoring.margins import Margin, Margins
from judge.authoring.mutation_testing import Fate, MutantResult, MutationReport
from judge.cli.render.authoring import mutation_report_json, show_margins, show_mutation_report
from judge.cli.render.console import open_console
from judge.languages.python.mutants import mutants

MADE = mutants("a.py", "def f(a):\n    x = 1\n    return a < x\n")
KILLED = MutantResult(MADE[0], Fate.KILLED, "WA on sample 1")
SURVIVED = MutantResult(MADE[-1], Fate.SURVIVED, "accepted")
EQUIVALENT = MutantResult(MADE[1], Fate.EQUIVALENT, "it is as good")
STRONG = MutationReport("lca", (KILLED, EQUIVALENT), ())
WEAK = MutationReport("lca", (KILLED, SURVIVED), ("a.py: 'x' -> 'y': there is no such mutant",))


def shown(report: MutationReport | Margins) -> str:
    stream = StringIO()
    console = open_console(stream, plain=True)
    if isinstance(report, Margins):
        show_margins(console, report)
    else:
        show_mutation_report(console, report)
    return stream.getvalue()


def test_strong_cases_are_one_line() -> None:
    """The counts are all there is to say."""
    counts = "2 mutants: 1 killed, 0 timed out, 1 equivalent, 0 survived"
    assert shown(STRONG) == f"ok    lca: {counts}\n"


def test_a_survivor_is_a_readable_diff() -> None:
    """Where it is, which kind of slip, and the patch."""
    text, mutant = shown(WEAK), SURVIVED.mutant
    assert "WEAK  lca: 2 mutants: 1 killed" in text
    assert f"survived: lca/accepted/a.py:{mutant.number}: {mutant.operator}" in text
    assert f"-    {mutant.line}\n" in text
    assert f"+    {mutant.becomes}\n" in text
    assert "there is no such mutant" in text


def test_a_stale_entry_alone_is_weak() -> None:
    """A list that is no longer true hides what it should not."""
    assert shown(replace(STRONG, stale=("a.py: gone",))).startswith("WEAK  ")


def test_the_json_tells_survivors_and_equivalents() -> None:
    """With what an entry of equivalent.toml needs."""
    entry = mutation_report_json(WEAK)
    assert entry["fates"] == {"killed": 1, "timed out": 0, "equivalent": 0, "survived": 1}
    (survivor,) = entry["survivors"]
    assert (survivor["line"], survivor["becomes"]) == (MADE[-1].line, MADE[-1].becomes)
    assert mutation_report_json(STRONG)["equivalents"][0]["reason"] == "it is as good"


def test_hostile_text_in_a_solution_is_escaped() -> None:
    """A package's text reaches the terminal as any other does."""
    source = "def f(a):\n    return 'x\x1b[2J' < a\n"
    result = MutantResult(mutants("a.py", source)[0], Fate.SURVIVED, "accepted")
    text = shown(MutationReport("lca", (result,), ()))
    assert "\x1b" not in text
    assert "\\x1b[2J" in text


@pytest.mark.parametrize("share", [0.2, 0.8])
def test_margins_are_a_line_with_the_samples_that_come_nearest(share: float) -> None:
    """A thin one says so."""
    text = shown(Margins("lca", Margin("euler_tour", share), Margin("never_climbs", 1.5)))
    assert f"{share:.2f} of a limit at most (euler_tour)" in text
    assert "at least 1.50 (never_climbs)" in text
    assert ("THIN" in text) is (share > 0.5)
