"""Calls that refer to results of earlier ones are played in volleys, as if batch by batch."""

from collections.abc import Iterator
from typing import Any

import pytest

from judge.execution import Sandboxes
from judge.judging.decision import CaseResult
from judge.judging.lockstep import play_in_lockstep
from judge.judging.trial import Trial
from judge.judging.volley import play_in_volleys
from judge.problems import Answer, Case, Group, Problem
from judge.settings import Settings
from judge.submission import Submission
from judge.testing import build_problem
from judge.verdict import Verdict
from sandbox import Limit
from tests.shared_cache import cache_in

COUNT = 130
ENTRY = """
class Tickets:
    def give(self, name: str) -> str: ...
    def holder(self, ticket: str) -> str | None: ...
    def given(self) -> list[str]: ...
    def count(self, tickets: list[str]) -> int: ...
"""
RIGHT = """
class Tickets:
    def __init__(self): self.names = {}
    def give(self, name):
        ticket = f"t{len(self.names) + 1}"
        self.names[ticket] = name
        return ticket
    def holder(self, ticket): return self.names.get(ticket)
    def given(self): return list(self.names)
    def count(self, tickets): return len(tickets)
"""
CALLS = ["Tickets", *["give"] * 2, "given", *["holder"] * 2, *["count"] * 2, "give", "holder"]


def arguments(number: int) -> dict[str, Any]:
    """Calls that are sent in two batches; the last refers to a call of the same batch."""
    given: list[list[Any]] = [[], [f"a{number}"], ["b"], []]
    given += [[{"result": at}] for at in (1, 2, 3, 3)]
    return {"calls": CALLS, "arguments": [*given, ["c"], [{"result": 8}]]}


def expected(number: int) -> list[Any]:
    return [None, "t1", "t2", ["t1", "t2"], f"a{number}", "b", 2, 2, "t3", "c"]


def cases(problem: Problem) -> list[Case]:
    return [
        problem.case(Group.GENERATED, n, problem.encode(arguments(n)), Answer(expected(n), 0.0))
        for n in range(COUNT)
    ]


class Tickets:
    """The problem, and trials of sources for it."""

    def __init__(self, problem: Problem, settings: Settings, sandboxes: Sandboxes) -> None:
        self.problem, self._settings, self._sandboxes = problem, settings, sandboxes

    def trial(self, source: str) -> Trial:
        submission = Submission(source.encode(), "tickets.py")
        return Trial.of(self.problem, submission, self._settings, self._sandboxes)


@pytest.fixture(scope="module")
def tickets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tickets]:
    folder = tmp_path_factory.mktemp("tickets")
    settings = Settings(cache_dir=cache_in(folder), state_dir=folder / "state")
    sample = arguments(0), expected(0)
    problem = build_problem(folder, ENTRY, RIGHT, [sample], limits={"floor_seconds": 0.3})
    with Sandboxes(problem, settings) as sandboxes:
        yield Tickets(problem, settings, sandboxes)


def test_what_passes_is_never_played_batch_by_batch(tickets: Tickets, plays: list[bytes]) -> None:
    """The results of all batches are one answer."""
    trial = tickets.trial(RIGHT)
    with trial.player() as player:
        found = list(play_in_volleys(trial, player, cases(tickets.problem)))
    assert b"\n" in found[0].case.arguments_json
    assert [one.case.index for one in found] == list(range(COUNT))
    assert all(one.result.passed and one.result.outcome.as_expected for one in found)
    assert plays == []


LONG = 24_000


def long_case(problem: Problem, last: Any) -> Case:
    """Return a case of three batches, whose last call is given `last`."""
    names = [f"n{n}" for n in range(LONG)]
    given = {
        "calls": ["Tickets", *["give"] * LONG, "holder"],
        "arguments": [[], *([name] for name in names), [last]],
    }
    results = [None, *(f"t{n + 1}" for n in range(LONG)), "n2"]
    return problem.case(Group.SCALE, 0, problem.encode(given), Answer(results, 0.1))


@pytest.mark.parametrize(("last", "decoded"), [("t3", False), ({"result": 3}, True)])
def test_the_results_of_a_long_case_are_decoded_only_where_they_are_referred_to(
    tickets: Tickets, last: Any, *, decoded: bool
) -> None:
    """That they are right is known by their bytes."""
    case = long_case(tickets.problem, last)
    result = tickets.trial(RIGHT).judge_alone(case, Limit(5.0, 30.0))
    assert result.passed
    assert result.outcome.as_expected is not decoded
    assert result.outcome.answer == case.expected


@pytest.mark.parametrize("place", [3, 15_000, LONG])
def test_one_wrong_result_of_a_long_case_is_told(tickets: Tickets, place: int) -> None:
    """In the first batch, in one between right ones, and in the last."""
    wrong = changed("return ticket\n", f"return 'no' if ticket == 't{place}' else ticket\n")
    result = tickets.trial(wrong).judge_alone(long_case(tickets.problem, "t3"), Limit(5.0, 30.0))
    assert (result.verdict, result.call) == (Verdict.WRONG_ANSWER, place)
    assert len(result.outcome.value) == LONG + 2


def changed(old: str, new: str) -> str:
    assert old in RIGHT
    return RIGHT.replace(old, new)


#: The frame of the guest in which the results of a case are.
RESULTS = "sys._getframe(1).f_locals['self']._results"
ODD = {
    "wrong": changed(
        "return len(tickets)", "return len(tickets) + ('a110' in self.names.values())"
    ),
    "lies": changed("return ticket\n", "return 't9' if name == 'a70' else ticket\n"),
    "knows by place": changed(
        "return ticket\n", "self.places[id(ticket)] = ticket, name; return ticket\n"
    )
    .replace("self.names = {}", "self.names = {}; self.places = {}")
    .replace("self.names.get(ticket)", "self.places.get(id(ticket), (0, None))[1]"),
    "a text of its own": "class Ticket(str): pass\n"
    + changed("return ticket\n", "return Ticket(ticket) if name == 'a9' else ticket\n"),
    "tuple": changed("return list(self.names)", "return tuple(self.names)"),
    "changes what is referred to": changed(
        "return len(tickets)", "size = len(tickets); tickets.clear(); return size"
    ),
    "raises halfway": changed(
        "return self.names.get(ticket)",
        "print(ticket); assert self.names['t1'] != 'a90'; return self.names.get(ticket)",
    ),
    "raises at once": changed(
        "ticket = f", "print(name); assert name != 'a90'\n        ticket = f"
    ),
    "ends halfway": "import os\n"
    + changed("return len(t", "'a66' in self.names.values() and os._exit(0); return len(t"),
    "endless halfway": changed(
        "return len(tickets)",
        "\n        while 'a75' in self.names.values(): pass\n        return len(tickets)",
    ),
    "answers twice": "import sys\n"
    + changed("return list", f"more = {RESULTS}; more += more; return list"),
    "answers less": "import sys\n" + changed("return list", f"{RESULTS}.pop(); return list"),
    "swaps answers": "import sys\n"
    + changed("return list", f"more = {RESULTS}; more[1], more[2] = more[2], more[1]; return list"),
    "remembers": "seen = []\n"
    + changed("return len(tickets)", "seen.append(1); return len(tickets) + len(seen) // 150"),
    "prints halfway": changed(
        "return self.names.get(ticket)", "print('x' * (1 << 19)); return self.names.get(ticket)"
    ),
    "breaks a rule halfway": "import os\n"
    + changed("return len(t", "'a77' in self.names.values() and os.system('true'); return len(t"),
}


@pytest.mark.parametrize("source", ODD.values(), ids=ODD)
@pytest.mark.needs("linux", "full")
def test_an_odd_case_ends_as_it_would_batch_by_batch(tickets: Tickets, source: str) -> None:
    """The same case, call, verdict, sentence and prints; those before it have passed."""

    def first_failure(play: Any) -> tuple[int, CaseResult]:
        trial = tickets.trial(source)
        with trial.player() as player:
            for one in play(trial, player, cases(tickets.problem)):
                if not one.result.passed:
                    return one.case.index, one.result
        raise AssertionError("all passed")

    (one, volley), (other, step) = map(first_failure, (play_in_volleys, play_in_lockstep))
    assert one == other
    assert (volley.verdict, volley.message) == (step.verdict, step.message)
    assert volley.outcome.stage == step.outcome.stage
    assert volley.outcome.detail == step.outcome.detail
    assert volley.outcome.printed.first == step.outcome.printed.first
    assert volley.outcome.plays == step.outcome.plays
    assert volley.exception == step.exception


#: Finds the answers to the batches of a case, and does something to them in the second.
OTHERWISE = "import sys\n" + changed(
    "return len(tickets)",
    """
        frame = sys._getframe()
        while frame is not None and 'answers' not in frame.f_locals:
            frame = frame.f_back
        if frame is not None and 'a40' in self.names.values():
            answers = frame.f_locals['answers']
            DEED
        return len(tickets)""",
)
DEEDS = {
    "a lie": "answers[0] = answers[0].replace(b't1', b't9')",
    "another number of results": 'answers[0] = b\'{"ok":[null,"t1"]}\'',
    "no results": "answers[0] = b'{\"ok\":null}'",
    "none": "answers.clear()",
    "twice": "answers *= 2",
    "two lines in one": "answers[0] += b'\\n' + answers[0]",
    "moved to the next batch": (
        "if answers[0] != b'{\"ok\":[null]}': answers[0] = b'{\"ok\":[null]}'; "
        f"{RESULTS}[4:4] = ['t1', 't2', ['t1', 't2']]; self.holder = lambda _: 'c'"
    ),
    "no reply": "answers[0] = b'[]'",
}


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
@pytest.mark.needs("linux", "full")
def test_answers_put_among_those_of_a_volley_decide_nothing(
    tickets: Tickets, plays: list[bytes], deed: str
) -> None:
    """All is played again batch by batch, where there is nothing to put them in."""
    trial = tickets.trial(OTHERWISE.replace("DEED", deed))
    with trial.player() as player:
        found = list(play_in_volleys(trial, player, cases(tickets.problem)))
    assert plays
    assert [one.case.index for one in found] == list(range(COUNT))
    assert all(one.result.passed for one in found)
    outcomes = [one.result.outcome for one in found]
    told = [one.value for one in outcomes if not one.as_expected]
    assert told == [expected(n) for n in range(COUNT) if not outcomes[n].as_expected]
