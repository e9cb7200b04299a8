"""Explore the schedules of one scenario, chunk by chunk, and decide on what each gave.

The program says which schedules it ran and what they gave; whether that is right is decided here.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from judge.kinds.history import History, is_explained, why_not
from judge.kinds.scenario import calls_of, threads_span
from judge.records import dataclass, replace
from judge.values import RaisedInfo, Returned, decode_reply, to_json

#: Schedules of a case: systematic ones, of each of three depths of PCT, and random walks.
BOUNDS = (90, 3, 6)
#: The same for three threads. Of a class with many points, such as a lock of readers and writers,
#: the systematic ones end before those with two preemptions begin. Some 3 % of random walks find
#: an `if` in place of `while` there, which shows with three threads only.
OF_THREE = (50, 3, 70)
#: The same for inputs that are tried while a failing one is made smaller.
FEWER = (60, 0, 0)
#: Schedules of the first call, and by how much each later one has more.
FIRST, GROWTH = 12, 4
#: Schedules that are played again to find one with fewer preemptions.
MOST_REPLAYS = 40
#: Steps that a report has.
MOST_STEPS = 400
#: Why a schedule can end early.
ENDINGS = ("deadlock", "raised", "spin", "untraced")


class Ran(NamedTuple):
    """One schedule: its switches, its preemptions, its history, and how it ended early."""

    switches: list[Any]
    preemptions: int
    history: History
    ended: list[Any] | None


@dataclass(frozen=True, slots=True)
class Explored:
    """What exploring gave: an outcome without a value, and the first schedule that fails."""

    outcome: Any
    tried: int = 0
    failing: Ran | None = None
    forged: str = ""


def play_scenario(trial: Any, player: Any, case: Any, limit: Any) -> Any:
    """Play one case under many schedules; return its outcome, with what failed as figures."""
    arguments, known = case.arguments, case.expected
    explored = _explore(trial, player, case, limit)
    failing, outcome = explored.failing, explored.outcome
    if explored.forged:
        return replace(outcome, returned=True, figures={"forged": explored.forged})
    if failing is None:
        if not outcome.returned:
            return outcome
        value = known[0][1] if known else []
        return replace(outcome, value=value, figures={"tried": explored.tried})
    failing = _fewest(player, case, limit, failing)
    again = _replayed(player, case, limit, failing)
    schedule = _schedule(trial, arguments, known, failing, again)
    figures = {"tried": explored.tried, "schedule": schedule, "ended": failing.ended}
    figures["moments"] = failing.history.moments
    ended = failing.ended
    if ended is not None and ended[0] == "raised":
        raised = _raised(ended)
        return replace(
            outcome, returned=False, value=None, raised=raised, stage="call", figures=figures
        )
    return replace(outcome, returned=True, value=list(failing.history.results), figures=figures)


def _explore(trial: Any, player: Any, case: Any, limit: Any) -> Explored:
    """Ask for schedules until one fails or none are left."""
    bounds = _bounds(case)
    asked: dict[str, Any] = {"seed": _seed(trial), "bounds": bounds, "first": True, "most": FIRST}
    tried, cpu = 0, 0.0
    while True:
        outcome = player.play(case.arguments_json, limit, {"explore": asked})
        cpu += outcome.cpu_seconds
        outcome = replace(outcome, cpu_seconds=cpu)
        if not outcome.returned:
            return Explored(outcome, tried)
        match outcome.value:
            case [int(count), bool(over), list(found)] if count >= 0:
                tried += count
            case _:
                return Explored(outcome, forged="no schedules in its answer")
        for one in found:
            ran = _ran(case.arguments, one)
            if ran is None:
                return Explored(outcome, tried, forged="no history in its answer")
            if _fails(case, ran):
                return Explored(outcome, tried, ran)
        # A program that says it tried none would never end.
        if over or (not count and not found):
            if tried < 1 + 3 * bounds[1] + bounds[2]:
                return Explored(outcome, forged="no schedules in its answer")
            return Explored(outcome, tried)
        if tried > sum(bounds) + 2 * bounds[1]:
            return Explored(outcome, forged="more schedules than were asked for")
        asked = asked | {"first": False, "most": min(asked["most"] * GROWTH, 200)}


def _bounds(case: Any) -> tuple[int, int, int]:
    if case.group == "live":
        return FEWER
    return OF_THREE if len(case.arguments["threads"]) > 2 else BOUNDS


def _seed(trial: Any) -> int:
    """Return the seed of the random schedules: source, package and the host's key decide it."""
    parts = (trial.settings.key.encode(), trial.problem.version.encode(), trial.submission.source)
    digest = sha256(b"\0".join(sha256(part).digest() for part in parts)).digest()
    return int.from_bytes(digest[:6], "big")


def _ran(arguments: Mapping[str, Any], said: Any) -> Ran | None:
    """Return what a program said of one schedule; None if no honest one says that."""
    match said:
        case [list(switches), int(preemptions), list(texts), list(pairs), list() | None as ended]:
            results = _results(texts, whole=ended is None)
            moments = _moments(pairs, whole=ended is None)
        case _:
            return None
    total, threads = len(calls_of(arguments)), len(threads_span(arguments))
    if results is None or moments is None or len(results) != total or len(moments) != threads:
        return None
    known = ended is None or (len(ended) > 0 and ended[0] in ENDINGS)
    if not known or not 0 <= preemptions <= len(switches):
        return None
    return Ran(switches, preemptions, History(tuple(results), tuple(moments)), ended)


def _results(texts: Sequence[Any], *, whole: bool) -> list[Any] | None:
    """Return the results of calls, each of which came as a text; None if one did not."""
    results: list[Any] = []
    for text in texts:
        if text is None and not whole:
            results.append(None)
            continue
        sent = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else b""
        reply = decode_reply(b'{"ok":' + sent + b"}")
        if not isinstance(reply, Returned):
            return None
        results.append(reply.value)
    return results


def _moments(pairs: Sequence[Any], *, whole: bool) -> list[tuple[int, int]] | None:
    """Return when calls began and ended; None if no calls can have."""
    moments = []
    for pair in pairs:
        match pair:
            case [int(start), int(end)]:
                moments.append((start, end))
            case _:
                return None
    flat = [moment for pair in moments for moment in pair]
    if whole and (len(set(flat)) < len(flat) or not all(0 <= a < b for a, b in moments)):
        return None
    return moments


def _fails(case: Any, ran: Ran) -> bool:
    return ran.ended is not None or not is_explained(case.arguments, case.expected, ran.history)


def _fewest(player: Any, case: Any, limit: Any, failing: Ran) -> Ran:
    """Leave out switches, one at a time, as long as the schedule fails in the same way."""
    left, at = MOST_REPLAYS, 0
    while failing.preemptions > 1 and at < len(failing.switches) and left:
        left -= 1
        fewer = [*failing.switches[:at], *failing.switches[at + 1 :]]
        again = _again(player, case, limit, fewer)
        if (
            again is not None
            and again.preemptions < failing.preemptions
            and _fails(case, again)
            and _how(again) == _how(failing)
        ):
            failing, at = again, 0
        else:
            at += 1
    return failing


def _how(ran: Ran) -> str:
    return "" if ran.ended is None else str(ran.ended[0])


def _again(player: Any, case: Any, limit: Any, switches: list[Any]) -> Ran | None:
    outcome = player.play(case.arguments_json, limit, {"replay": switches})
    if not outcome.returned or not isinstance(outcome.value, list):
        return None
    return _ran(case.arguments, outcome.value[:5])


def _replayed(player: Any, case: Any, limit: Any, failing: Ran) -> list[Any]:
    """Return lines, steps of calls and names of tasks of a schedule; empty if it ran otherwise."""
    outcome = player.play(case.arguments_json, limit, {"replay": failing.switches})
    if not outcome.returned or not isinstance(outcome.value, list) or len(outcome.value) != 8:
        return []
    again = _ran(case.arguments, outcome.value[:5])
    if again is None or again.history.results != failing.history.results:
        return []
    parts: list[Any] = outcome.value[5:]
    return parts


def _schedule(
    trial: Any, arguments: Mapping[str, Any], known: Any, failing: Ran, again: list[Any]
) -> dict[str, Any]:
    """Return the schedule as a report has it."""
    lines, steps_at, labels = again or ([], [], [])
    numbers = _numbers(labels, len(arguments["threads"]))
    source = trial.submission.source.decode("utf-8", "replace").splitlines()
    steps = []
    for line in lines[:MOST_STEPS]:
        match line:
            case [int(task), int(number)] if task in numbers and 0 < number <= len(source):
                text = source[number - 1].strip()[:200]
                steps.append({"thread": numbers[task], "line": number, "text": text})
    first = threads_span(arguments).start
    history = []
    for place, (thread, call) in enumerate(calls_of(arguments)):
        start, end = _steps_of(steps_at, place - first) if thread else (None, None)
        history.append(
            {
                "thread": thread,
                "call": call[0],
                "arguments": call[1:],
                "result": to_json(failing.history.results[place]),
                "start": start,
                "end": end,
            }
        )
    ended = failing.ended
    why = why_not(arguments, known, failing.history) if ended is None else ending_words(ended)
    return {
        "threads": len(arguments["threads"]),
        "preemptions": failing.preemptions,
        "steps": steps,
        "history": history,
        "why": why,
    }


def _numbers(labels: Any, threads: int) -> dict[int, int]:
    """Return the numbers of tasks in a report: the threads' own, then others as they began."""
    numbers: dict[int, int] = {}
    others = threads
    for task, label in enumerate(labels if isinstance(labels, list) else []):
        word, _, number = str(label).partition(" ")
        if word == "thread" and number.isdecimal():
            numbers[task] = int(number)
        elif task:
            others += 1
            numbers[task] = others
    return numbers


def _steps_of(steps_at: Any, place: int) -> tuple[int | None, int | None]:
    match steps_at[place] if isinstance(steps_at, list) and place < len(steps_at) else None:
        case [int(start), int(end)]:
            return (start if start >= 0 else None), (end if end >= 0 else None)
    return None, None


def ending_words(ended: Sequence[Any]) -> str:
    """Return in words why a schedule ended early; its parts are hostile."""
    what, *more = ended
    if what == "deadlock":
        waiting = [str(one)[:200] for one in more[0][:10]] if more and type(more[0]) is list else []
        return f"deadlock, nobody can go on: {'; '.join(waiting)}"
    if what == "spin":
        return "it goes round and round without an end: no thread gets on"
    if what == "untraced":
        return "it recurses so deep that its threads can no longer be watched"
    return "it raises an exception"


def _raised(ended: Sequence[Any]) -> RaisedInfo:
    match ended:
        case [_, int(place), [str(kind), str(message), line, column, str(traceback)]]:
            at = line if type(line) is int and 0 < line < 2**31 else None
            column = column if type(column) is int and 0 < column < 2**31 else None
            return RaisedInfo(
                kind[:200], message[:2_000], at, column, traceback[:16_000], call=max(place, 0)
            )
    return RaisedInfo("Exception", "(could not be described)")
