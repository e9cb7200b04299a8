"""Play a suite of tests on one implementation: two programs, and the judge between them.

The suite asks, the implementation answers, in sandboxes of their own. Questions and answers pass
through unread, so that nothing here depends on what either says; the judge counts them, and ends a
run whose implementation gives no answer.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from judge.kinds.implementations import Implementation, implementations_of
from judge.records import replace
from judge.values import Raised, RaisedInfo, Returned, decode_reply, json_bytes

#: Calls of the function under test in one run, up to the first test that fails.
MOST_CALLS = 2_000
#: CPU and wall seconds of one call; a right implementation takes a few milliseconds.
CALL = {"cpu_seconds": 1.0, "wall_seconds": 4.0}
#: Wall seconds of a run: on a busy host, thousands of exchanges wait for the judge.
WALL_SECONDS = 30.0
#: A longer question is no honest test's.
QUESTION_BYTES = 4 * 1024 * 1024
ASK, ANSWER, LOST, ENOUGH = b"?", b"=", b"!", b"#"


class SuiteRun:
    """One run of a suite: `player` plays the suite, another player the implementation."""

    def __init__(self, trial: Any, player: Any, case: Any, limit: Any) -> None:
        self._trial = trial
        self._player = player
        self._call = replace(limit, **CALL)
        self._limit = replace(limit, wall_seconds=max(limit.wall_seconds, WALL_SECONDS))
        self._calls = 0
        self._cpu = self._wall = self._waited_before = 0.0
        self._lost = ""
        self._enough = False
        name = case.arguments["implementation"]
        self._implementation: Implementation = implementations_of(trial.problem)[name]
        if player.beside is None:
            header = {**trial.problem.header, "kind": "function", "remote": True}
            player.beside = trial.beside(self._implementation.submission, header)
        self._other = player.beside

    def play(self, *, shrink: bool = False, caught: AbstractSet[str] | None = None) -> Any:
        """Return the outcome of the run, with what was seen of it as figures.

        `caught` are tests that have failed on a wrong implementation before; of the others, those
        behind the first failure are run too.
        """
        # A program of its own for each run: nothing is left of an earlier one. The implementations
        # are the package's, and follow one another in one program for as long as that lives.
        failed = self._player.load()
        if failed is not None:
            return failed
        fault = self._other.load_next(self._implementation.submission)
        if fault is not None:
            self._lost = "does not load"
        self._waited_before = self._other.waiting_seconds
        outcome = self._talk({"shrink": shrink})
        if not outcome.returned:
            return replace(outcome, figures=self._figures(0, [], [], None))
        outcome = self._ended(replace(outcome, refused_bytes=self._player.refused_bytes))
        if caught is not None and outcome.returned and not self._implementation.right:
            outcome = self._go_on(outcome, caught)
        return outcome

    def _talk(self, request: dict[str, Any]) -> Any:
        """Pass questions and answers on until the suite has no more; return its last outcome."""
        payload = json_bytes({**request, "soft_seconds": 20 * self._limit.wall_seconds})
        while True:
            cpu, wall = self._limit.cpu_seconds - self._cpu, self._wall_left()
            left = replace(self._limit, cpu_seconds=cpu, wall_seconds=wall)
            outcome = self._player.exchange(payload, left)
            self._cpu += outcome.spent
            self._wall += outcome.wall_seconds
            if not outcome.returned or outcome.value[:1] != ASK:
                break
            payload = self._answer(outcome.value[1:])
            over = self._cpu > self._limit.cpu_seconds
            if over or self._wall_left() < 0:
                self._player.close()
                outcome = outcome.over("cpu" if over else "wall")
                break
        return replace(outcome, cpu_seconds=self._cpu, spent=self._cpu, limit=self._limit)

    def _wall_left(self) -> float:
        """Return the wall seconds left, without those in which the programs waited for a core."""
        left: float = self._limit.wall_seconds - self._wall
        if left > self._limit.wall_seconds / 2:
            return left
        waited: float = self._player.waiting_seconds
        waited += max(self._other.waiting_seconds - self._waited_before, 0.0)
        return left + waited

    def _answer(self, question: bytes) -> bytes:
        if self._lost:
            return LOST + self._lost.encode()
        self._calls += 1
        if self._calls > MOST_CALLS:
            self._enough = True
            return ENOUGH + b"too many calls"
        if len(question) > QUESTION_BYTES:
            self._lost = "was given over 4 MiB at once"
            return LOST + self._lost.encode()
        answer = self._other.exchange(question, self._call)
        # What a suite has others compute is its time too.
        self._cpu += answer.spent
        self._wall += answer.wall_seconds
        self._player.cpu_seconds += answer.spent
        if not answer.returned:
            self._lost = answer.words.removeprefix("it ")
            return LOST + self._lost.encode()
        return ANSWER + bytes(answer.value)

    def _ended(self, outcome: Any) -> Any:
        """Read what the suite says at the end of a run."""
        reply = decode_reply(outcome.value)
        if isinstance(reply, Raised):
            figures = self._figures(0, [], [], None)
            return replace(outcome, returned=False, value=None, raised=reply.info, figures=figures)
        match reply:
            case Returned([str("unloadable" | "uncollected" as why), *fault]) if _is_fault(fault):
                return self._unplayed(outcome, why, _raised(*fault))
            case Returned([str("ended"), int(tests), list(names), list(passed), failure]) if (
                _are_texts(names)
                and _are_texts(passed)
                and (failure is None or _is_failure(failure))
            ):
                figures = self._figures(tests, names, passed, failure)
                return self._concluded(outcome, figures, failure)
        return outcome.broken("what no run of tests ends with")

    def _unplayed(self, outcome: Any, why: str, raised: RaisedInfo) -> Any:
        """Return the outcome of a suite whose tests were not run.

        A call at its top level may fail: of a wrong implementation that counts as caught.
        """
        figures = self._figures(0, [], [], None)
        if not self._implementation.right:
            return replace(outcome, stage="read", value="fails", figures=figures)
        stage = "load" if why == "unloadable" else "call"
        changes = {"returned": False, "value": None, "stage": stage, "raised": raised}
        return replace(outcome, figures=figures, **changes)

    def _figures(
        self, tests: int, names: Sequence[str], passed: Sequence[str], failure: Any
    ) -> dict[str, Any]:
        return {
            "right": self._implementation.right,
            "hint": self._implementation.hint,
            "tests": max(tests, 0),
            "names": list(names),
            "passed": list(passed),
            "calls": min(self._calls, MOST_CALLS),
            "failed": None if failure is None else failure[0],
            "functions": [] if failure is None else [failure[1]],
            "lost": self._lost,
            "enough": self._enough,
        }

    def _concluded(self, outcome: Any, figures: dict[str, Any], failure: Any) -> Any:
        """Return the outcome as the checks see it: the suite's own faults are exceptions."""
        value = "fails" if failure or self._lost else "passes"
        if self._enough:
            message = f"it made over {MOST_CALLS:,} calls in one run"
            raised = RaisedInfo("CallLimit", message, None, None, "", "exception")
            return replace(outcome, returned=False, value=None, raised=raised, figures=figures)
        if failure is not None:
            figures["kind"] = failure[2]
            raised = _raised("exception", *failure[3:])
            figures["raised"] = [raised.type, raised.message]
            if self._implementation.right and failure[2] == "own" and not self._lost:
                return replace(outcome, returned=False, value=None, raised=raised, figures=figures)
            figures["line"] = raised.line
        return replace(outcome, stage="read", value=value, figures=figures)

    def _go_on(self, outcome: Any, caught: AbstractSet[str]) -> Any:
        """Run the tests behind the first failure that have caught nothing so far.

        The verdict on this implementation is known by then; whether a test is idle is not.
        """
        figures = outcome.figures
        failed = list(figures["functions"])
        known = {*caught, *failed}
        left = [name for name in figures["names"] if name not in known] if failed else []
        while left and not self._lost and not self._enough:
            more = self._talk({"only": left})
            match decode_reply(more.value) if more.returned else None:
                case Returned([str("ended"), int(), list(), list(), [str(), str(name), *_]]):
                    failed.append(name)
                    left = [one for one in left if one != name]
                case _:
                    break
        return replace(outcome, figures={**figures, "functions": failed})


def _raised(
    code: str, kind: str, message: str, line: int | None, column: int | None, traceback: str
) -> RaisedInfo:
    return RaisedInfo(kind[:200], message, line, column, traceback, code[:40])


def _is_fault(fault: Sequence[Any]) -> bool:
    if len(fault) != 6:
        return False
    return _are_texts(fault[:3]) and _is_place(fault[3:5]) and _is_text(fault[5])


def _is_failure(failure: Any) -> bool:
    if not isinstance(failure, list) or len(failure) != 8:
        return False
    return _are_texts(failure[:5]) and _is_place(failure[5:7]) and _is_text(failure[7])


def _is_text(value: Any) -> bool:
    return type(value) is str and len(value) <= 16_384


def _are_texts(found: Sequence[Any]) -> bool:
    return len(found) <= 4_000 and all(_is_text(one) for one in found)


def _is_place(found: Sequence[Any]) -> bool:
    return all(one is None or (type(one) is int and 0 <= one < 2**31) for one in found)
