"""The kind `tests`: a suite of tests, judged by the implementations that it tells apart.

The cases are implementations of another problem, right ones and wrong ones, and all are played. A
suite may fail on no right one, and must fail on a share of the wrong ones. It learns nothing of an
implementation but the answers to its calls, so whatever it claims, it has had to test.
"""

import json
import math
from collections.abc import Generator, Iterable, Mapping, Sequence
from typing import Any

from judge import languages
from judge.events import CorpusBuilding
from judge.kinds.function import FUNCTION, function_header, parameter_list
from judge.kinds.implementations import RIGHT, names_in
from judge.kinds.kind import (
    Arguments,
    Check,
    Conclusion,
    Flaw,
    GivenCase,
    Json,
    Kind,
    Result,
    Rules,
)
from judge.kinds.suite_run import SuiteRun
from judge.kinds.tests_entry import read_tests
from judge.kinds.views import ShownCase, View, plain_view
from judge.notes import Note
from judge.values import Interface, json_bytes
from judge.verdict import Verdict

PASSES, FAILS = "passes", "fails"
#: CPU seconds of a whole run of a suite beside the 10 s that every run has: 30 s in all.
RUN_SECONDS = 20.0
#: Survivors of which a hint is given, and tests that are named as idle.
MOST_HINTS, MOST_IDLE = 2, 5
#: Tests of which a report says how often they were first to fail.
MOST_KILLS = 100
#: How long a message may be that quotes an assertion.
MESSAGE_CHARS = 1_500
#: After these the other implementations are not played: each would take as long.
_LAST = {
    Verdict.DOES_NOT_LOAD,
    Verdict.RULE_VIOLATION,
    Verdict.TIME_LIMIT_EXCEEDED,
    Verdict.MEMORY_LIMIT_EXCEEDED,
    Verdict.OUTPUT_LIMIT_EXCEEDED,
}


def _signature(interface: Interface) -> str:
    return f"tests of {interface.entry}({parameter_list(interface)}) -> {interface.returns}"


def _names(_interface: Interface) -> tuple[str, ...]:
    return ("implementation",)


def _encode(_interface: Interface, arguments: Arguments) -> bytes:
    return json_bytes([arguments["implementation"]])


def _decode(_interface: Interface, sent: bytes) -> Json:
    return {"implementation": json.loads(sent)[0]}


def _flaws(entry: Interface) -> Iterable[Flaw]:
    yield from FUNCTION.flaws(entry)
    if not entry.own:
        yield Flaw("tests", "the base is missing", 'Write [tests] with base = "lca"')


def _sample_flaw(_entry: Interface, arguments: Json, expected: Any) -> Flaw | None:
    name = arguments["implementation"]
    if not isinstance(name, str) or expected != _expected(name):
        mend = f'Write {{"implementation": "right 1"}} and "{PASSES}", or "wrong 1" and "{FAILS}"'
        return Flaw("arguments", "it names no implementation with its answer", mend)
    return None


def _expected(name: str) -> str:
    return PASSES if name.startswith(RIGHT) else FAILS


def _cases(problem: Any, _sandbox: Any) -> Generator[CorpusBuilding, None, tuple[Any, ...]]:
    """Make a case of each implementation: the samples, then the right ones, then the wrong ones."""
    shown = [sample.arguments["implementation"] for sample in problem.samples]
    known = dict(names_in(problem))
    groups: dict[str, list[str]] = {
        "sample": [name for name in shown if name in known],
        "edge": [name for name, right in known.items() if right and name not in shown],
        "generated": [name for name, right in known.items() if not right and name not in shown],
    }
    share = RUN_SECONDS / len(known)
    cases = [
        problem.made_case(group, index, {"implementation": name}, _expected(name), share)
        for group, names in groups.items()
        for index, name in enumerate(names)
    ]
    yield CorpusBuilding(len(cases), len(cases))
    return tuple(cases)


def _order(cases: Sequence[Any], number: int) -> Sequence[Any]:
    """Shuffle all but the samples, so that a suite cannot tell where in a run it is."""
    import random  # noqa: PLC0415 - other kinds do without

    first = [case for case in cases if case.group == "sample"]
    rest = [case for case in cases if case.group != "sample"]
    random.Random(number).shuffle(rest)  # noqa: S311 - the host's key is in the number
    return [*first, *rest]


def _played_in() -> languages.Language:
    return languages.PYTHON_TESTS


def _play(trial: Any, player: Any, case: Any, limit: Any) -> Any:
    """Play one implementation; behind a failure go on with tests that have caught none so far."""
    caught: set[str] = player.noted.setdefault("caught", set())
    outcome = SuiteRun(trial, player, case, limit).play(caught=caught)
    if outcome.returned and not outcome.figures["right"]:
        caught.update(outcome.figures["functions"])
    return outcome


def _explain(trial: Any, player: Any, case: Any, limit: Any, outcome: Any) -> Any:
    """Play the alarm that is shown once more, and let Hypothesis make its example smaller.

    A suite that runs into a limit, or dies, would do so again and say no more.
    """
    if not outcome.returned and not (outcome.figures or {}).get("failed"):
        return outcome
    return SuiteRun(trial, player, case, limit).play(shrink=True)


def _check(
    _interface: Interface, _rules: Rules, case: GivenCase, value: Any, figures: Mapping[str, Any]
) -> Check:
    name = case.arguments["implementation"]
    if not figures.get("right"):
        if value == FAILS:
            return Check(True, f"caught{_by(figures)}")
        return Check(True, f"not caught: no test fails on {name}, which is wrong")
    if value == PASSES:
        return Check(True)
    return Check(False, f"a false alarm: {_alarm(name, figures)}")


def _by(figures: Mapping[str, Any]) -> str:
    return f" by {figures['failed']}" if figures.get("failed") else ""


def _alarm(name: str, figures: Mapping[str, Any]) -> str:
    """Say which test fails on a right implementation, and what it asserted."""
    test = figures.get("failed") or "the suite"
    if figures.get("lost"):
        return f"{name} is right, and {figures['lost']} in a call of {test}"
    kind, message = figures.get("raised") or ("", "")
    at = f" at line {figures['line']}" if figures.get("line") else ""
    said = "; ".join(line.strip() for line in message.splitlines() if line.strip())
    who = "it raised " if figures.get("kind") == "implementation" else ""
    words = f"{who}{kind}: {said}" if said else f"{who}{kind}"
    return f"{test} fails on {name}, which is right{at}: {words}"[:MESSAGE_CHARS]


def _shown(arguments: Json, figures: Mapping[str, Any]) -> Json:
    test = figures.get("failed")
    return {"test": test, **arguments} if test else dict(arguments)


def _view(_interface: Interface, case: ShownCase) -> View:
    return plain_view(case)


def _goes_on(result: Result) -> bool:
    return result.verdict not in _LAST and not result.figures.get("enough")


def _conclude(interface: Interface, results: Sequence[Result], _total: int) -> Conclusion | None:
    """Judge by the first right implementation that was failed, then by the share of wrong ones."""
    failed = next((result for result in results if not result.passed), None)
    if failed is not None and failed.verdict is Verdict.DOES_NOT_LOAD:
        return None
    played = [result for result in results if "right" in result.figures]
    score = _score(played)
    notes = [*_idle(played)]
    extras = {"score": score}
    if failed is not None:
        verdict = failed.verdict
        if verdict is Verdict.RUN_TIME_ERROR and _passes_elsewhere(failed, played):
            verdict = Verdict.WRONG_ANSWER
        return Conclusion(verdict, extras=extras, notes=notes, failed=verdict)
    caught, of = score["caught"], score["of"]
    needed = math.ceil(interface.own["required"] * of - 1e-9)
    summary = f"it catches {caught} of {of} wrong implementations"
    if caught >= needed:
        more = _hints(played)
        return Conclusion(Verdict.ACCEPTED, f"accepted: {summary}{more}", extras, notes)
    summary = f"{summary}, and {needed} are needed{_hints(played)}"
    return Conclusion(Verdict.WRONG_ANSWER, summary, extras, notes)


def _score(played: Sequence[Result]) -> Json:
    wrong = [one for one in played if not one.figures["right"]]
    return {
        "caught": sum(one.value == FAILS for one in wrong),
        "of": len(wrong),
        "tests": max((one.figures["tests"] for one in played), default=0),
        "calls": sum(one.figures["calls"] for one in played),
        "false_alarms": sum(
            one.figures["right"] and one.verdict is Verdict.WRONG_ANSWER for one in played
        ),
        "kills": _kills(played),
    }


def _test_names(played: Sequence[Result]) -> list[str]:
    """Return the tests of a suite as it is on samples: others may be named after hidden answers."""
    samples = (one for one in played if one.group == "sample")
    return list(dict.fromkeys(name for one in samples for name in one.figures["names"]))


def _kills(played: Sequence[Result]) -> list[Json]:
    """Return each test with the number of wrong implementations on which it was first to fail."""
    kills = dict.fromkeys(_test_names(played), 0)
    for one in played:
        for name in one.figures["functions"][:1]:
            if name in kills and not one.figures["right"]:
                kills[name] += 1
    return [{"test": name, "first": count} for name, count in kills.items()][:MOST_KILLS]


def _passes_elsewhere(failed: Result, played: Sequence[Result]) -> bool:
    """Whether a test that broke on one right implementation passes on another one."""
    test = failed.figures.get("failed")
    return any(one.figures["right"] and test in one.figures["passed"] for one in played)


def _hints(played: Sequence[Result]) -> str:
    """Say of what kind the survivors are, of two at most, and nothing else of them."""
    hints = [
        one.figures["hint"] for one in played if not one.figures["right"] and one.value == PASSES
    ]
    few = list(dict.fromkeys(hint for hint in hints if hint))[:MOST_HINTS]
    return "".join(f"; one that survives {hint}" for hint in few)


def _idle(played: Sequence[Result]) -> Iterable[Note]:
    """Name the tests that fail on no wrong implementation."""
    if not any(not one.figures["right"] for one in played):
        return
    names = dict.fromkeys(_test_names(played))
    for one in played:
        for name in one.figures["functions"]:
            names.pop(name, None)
    for name in list(names)[:MOST_IDLE]:
        message = f"{name} is idle: it fails on no wrong implementation"
        yield Note("idle_test", message, by="submission")


_SCORE_SCHEMA = {
    "type": "object",
    "description": "what a suite of tests has caught",
    "properties": {
        "caught": {"type": "integer", "description": "wrong implementations on which it fails"},
        "of": {"type": "integer", "description": "wrong implementations that were played"},
        "tests": {"type": "integer", "description": "tests, each set of parameters counted"},
        "calls": {"type": "integer", "description": "calls of the function under test, in all"},
        "false_alarms": {"type": "integer", "description": "right ones on which it fails"},
        "kills": {
            "type": "array",
            "description": "each test, and on how many wrong ones it was the first to fail",
            "items": {
                "type": "object",
                "properties": {"test": {"type": "string"}, "first": {"type": "integer"}},
            },
        },
    },
}
NO_SECONDS = (
    "a suite of tests is judged by the implementations that it tells apart, not by its time; "
    "`judge submit` shows how many it catches"
)
TESTS = Kind(
    name="tests",
    signature=_signature,
    header=function_header,
    names=_names,
    encode=_encode,
    decode=_decode,
    read=read_tests,
    flaws=_flaws,
    sample_flaw=_sample_flaw,
    cases=_cases,
    order=_order,
    played_in=_played_in,
    play=_play,
    explain=_explain,
    check=_check,
    shown=_shown,
    goes_on=_goes_on,
    conclude=_conclude,
    schemas={"score": _SCORE_SCHEMA},
    view=_view,
    looks=frozenset(),
    timed=False,
    refuses={
        "bench": NO_SECONDS,
        "replay": "a test is what was submitted: the report names the one that fails, and on what",
        "margins": NO_SECONDS,
        "mutants": "its cases are mutants already: they stand in implementations.toml",
        "input": "its cases are implementations, so there is no input to give",
    },
)
