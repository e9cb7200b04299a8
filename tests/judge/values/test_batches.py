import json
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.execution.outcome import Outcome, ending_message
from judge.execution.player import Player
from judge.kinds import kind_of
from judge.languages import PYTHON_GUEST
from judge.languages.python.guest import playing
from judge.languages.python.guest.playing import ClassCase
from judge.submission import Submission
from judge.values import batches
from judge.values.interface import Interface, Method, Parameter
from sandbox import MIB, Ending, Limit, Policy, Sandbox, Tier

LOG = Interface(
    "class",
    ("Log",),
    (),
    methods=(
        Method("add", (Parameter("x", "Any"),), "int"),
        Method("last", (Parameter("x", "Any"),), "Any"),
    ),
)
SOURCE = """
class Log:
    def __init__(self): self.seen = []
    def add(self, x):
        self.seen.append(x)
        return len(self.seen)
    def last(self, x): return x
"""
PLENTY = Limit(5.0, 20.0)


def sequence(count: int, name: str = "add") -> tuple[list[str], list[list[Any]]]:
    """Return the constructor and `count` calls of one method."""
    return ["Log", *[name] * count], [[], *([number] for number in range(count))]


def play(source: str, text: bytes, limit: Limit = PLENTY, memory: int = 64 * MIB) -> Outcome:
    """Play one case in a sandbox of its own."""
    submission = Submission(source.encode(), "log.py")
    with (
        Sandbox(Policy(Tier.FULL, memory_bytes=memory), PYTHON_GUEST) as sandbox,
        Player(sandbox, kind_of(LOG).header(LOG), submission) as player,
    ):
        return player.play(text, limit)


@given(st.integers(0, 40), st.text())
def test_what_was_sent_can_be_read_again(count: int, text: str) -> None:
    """However many lines it took, and whatever ends of line the arguments hold."""
    calls, arguments = sequence(count)
    arguments[0] = [text]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batches, "CALLS", 7)
        sent = batches.encode_calls(calls, arguments)
    assert batches.decode_calls(sent) == [calls, arguments]
    assert len(list(batches.batch_lines(sent))) == max(1, -(-len(calls) // 7))


def test_few_calls_are_sent_as_they_always_were() -> None:
    """One line without first and more, since most cases are small and all are hot."""
    assert batches.encode_calls(["Log"], [[]]) == b'[["Log"],[[]]]'


@pytest.mark.needs("full")
def test_a_long_case_is_played_on_one_instance() -> None:
    """The results are those of all calls, in order, as if they had been sent at once."""
    outcome = play(SOURCE, batches.encode_calls(*sequence(25_000)))
    assert outcome.returned
    assert outcome.value == [None, *range(1, 25_001)]


@pytest.mark.needs("full")
def test_a_call_may_refer_to_a_result_of_an_earlier_batch() -> None:
    """`{"result": 7}` is what call 7 returned, wherever it was sent."""
    calls, arguments = sequence(25_000)
    calls.append("last")
    arguments.append([{"result": 7}])
    outcome = play(SOURCE, batches.encode_calls(calls, arguments))
    assert outcome.value[-1] == 7


def test_few_calls_are_cut_where_the_first_of_them_refers_to_another() -> None:
    """So what they refer to has been read by then."""
    calls, arguments = sequence(4)
    arguments[3] = arguments[4] = [{"result": 1}]
    first, second = batches.batch_lines(batches.encode_calls(calls, arguments))
    assert json.loads(first) == [calls[:3], arguments[:3], 0, True, True]
    assert json.loads(second) == [calls[3:], arguments[3:], 3, False, False]


@given(st.text(), st.lists(st.one_of(st.text(), st.booleans(), st.none()), max_size=3))
def test_only_references_to_known_results_are_replaced(text: str, results: list[Any]) -> None:
    """No text is taken for a reference, and what is not known yet stays one."""
    given = [text, '{"result":0}', {"result": 0}, {"result": 2}, {"result": 10**12}]
    line = json.dumps([["last"], [given], 9, False], separators=(",", ":")).encode()
    put = json.loads(batches.put_results_in(line, results))[1][0]
    known = [results[at] if at < len(results) else {"result": at} for at in (0, 2)]
    assert put == [text, '{"result":0}', *known, {"result": 10**12}]


@given(
    st.lists(
        st.text(max_size=3)
        | st.booleans()
        | st.none()
        | st.integers()
        | st.sampled_from(["a" * 1022, "\u00fc" * 200, "\ud800", {"t": "tuple", "v": []}]),
        max_size=4,
    )
)
def test_a_volley_puts_the_same_results_in(results: list[Any]) -> None:
    """There the program's side does it, with what the judge will read as its answers."""
    given = [{"result": at} for at in range(5)]
    line = batches.encode_calls(["last"], [[*given, given, '{"result":1}', {"result": 10**9}]])
    assert playing.put_results_in(line, results) == batches.put_results_in(line, results)


def test_an_odd_result_stays_a_reference() -> None:
    """What the program made of it is then its own affair, as in a long case."""
    line = batches.encode_calls(["last"], [[{"result": 0}]])
    assert batches.put_results_in(line, [1.5]) == line
    assert batches.put_results_in(line, ["a" * batches.LONGEST]) == line


#: Gives texts that all look alike, and knows them by where they lie.
BY_OBJECT = """
class Log:
    def __init__(self): self.known = {}
    def add(self, x):
        code = "".join(["co", "de"])
        self.known[id(code)] = code, x
        return code
    def last(self, x):
        return self.known.get(id(x), (x, None))[1]
"""


@pytest.mark.needs("full")
def test_a_result_is_handed_on_as_the_value_that_was_read() -> None:
    """Not as the object that the program holds: what is told by its place in memory is lost."""
    calls, arguments = sequence(2)
    calls += ["last", "last"]
    arguments += [[{"result": 1}], ["code"]]
    outcome = play(BY_OBJECT, batches.encode_calls(calls, arguments))
    assert outcome.value == [None, "code", "code", None, None]


@pytest.mark.needs("full")
def test_the_call_that_raised_is_counted_over_all_batches() -> None:
    """The index is that of the case."""
    source = SOURCE.replace("self.seen.append(x)", "self.seen.append(1 // (x - 20_000))")
    outcome = play(source, batches.encode_calls(*sequence(25_000)))
    assert outcome.raised is not None
    assert (outcome.stage, outcome.raised.type) == ("call", "ZeroDivisionError")
    assert outcome.raised.call == 20_001


@pytest.mark.needs("full")
def test_one_limit_holds_for_all_batches_together() -> None:
    """Half of the limit in each of five batches is too much; the message names the whole."""
    source = SOURCE.replace(
        "self.seen.append(x)",
        "self.seen.append(x)\n        if x % 10_000 == 5: sum(range(7_000_000))",
    )
    text = batches.encode_calls(*sequence(50_000))
    one = play(source, text)
    limit = Limit(one.cpu_seconds * 0.6, 20.0)
    outcome = play(source, text, limit)
    assert outcome.ending is Ending.CPU_LIMIT
    assert ending_message(outcome) == f"it took over {limit.cpu_seconds:.3g} s of CPU time"
    assert outcome.limit == limit
    assert limit.cpu_seconds < outcome.cpu_seconds < one.cpu_seconds


@pytest.mark.needs("full")
def test_inputs_of_a_long_case_are_never_all_in_the_program() -> None:
    """Calls whose arguments alone would fill the memory limit three times."""
    source = SOURCE.replace("self.seen.append(x)", "self.seen = [x]")
    text = batches.encode_calls(*sequence(300_000))
    assert play(source, text, memory=16 * MIB).returned
    whole = json.dumps(batches.decode_calls(text)).encode()
    assert play(source, whole, memory=16 * MIB).ending is Ending.MEMORY_LIMIT


@pytest.mark.needs("full")
def test_answers_that_no_call_refers_to_are_no_memory_of_the_submission() -> None:
    """They are dropped when they have been sent; kept, they fill the memory limit."""
    source = SOURCE.replace("self.seen.append(x)", "").replace("len(self.seen)", "f'{x:0100}'")
    calls, arguments = sequence(100_000)
    assert play(source, batches.encode_calls(calls, arguments), memory=12 * MIB).returned
    calls.append("last")
    arguments.append([{"result": 1}])
    kept = play(source, batches.encode_calls(calls, arguments), memory=12 * MIB)
    assert kept.ending is Ending.MEMORY_LIMIT


def test_a_batch_says_whether_later_ones_refer_to_results() -> None:
    """A text that looks like a reference is none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batches, "CALLS", 3)
        calls, arguments = sequence(8)
        arguments[8] = ['{"result":1}']
        plain = batches.encode_calls(calls, arguments)
        arguments[5] = [{"result": 1}]
        referring = batches.encode_calls(calls, arguments)
    assert [json.loads(line)[4] for line in batches.batch_lines(plain)] == [False] * 3
    assert [json.loads(line)[4] for line in batches.batch_lines(referring)] == [True, False, False]
    assert [batches.first_call_of(line) for line in batches.batch_lines(plain)] == [0, 3, 6]


class Doubling:
    def f(self, n: int) -> int:
        return 2 * n


def test_a_batch_of_an_old_corpus_keeps_its_results() -> None:
    """It does not say whether later ones refer to them."""
    old = [b'[["C","f"],[[],[1]],0,true]', b'[["f"],[[{"result":1}]],2,false]']
    assert [batches.first_call_of(line) for line in old] == [0, 2]
    entry = SimpleNamespace(bind=lambda: Doubling, methods={"f": "f"})
    case = ClassCase(cast("Any", entry), {"names": ["C"]})
    for line, results in zip(old, ([None, 2], [4]), strict=True):
        case.prepare(json.loads(line))
        case.call()
        assert case.result == results
        case.forget()


FORGER = """
import sys
class Log:
    def __init__(self): pass
    def add(self, x):
        if x == 5:
            one = sys._getframe(1).f_locals["self"]
            {deed}
        return x
    def last(self, x): return x
"""


@pytest.mark.needs("full")
@pytest.mark.parametrize("deed", ["one._results += range(90_000)", "one._results.clear()"])
def test_who_answers_for_calls_not_yet_sent_breaks_the_protocol(deed: str) -> None:
    """A batch has one result a call, counted outside; nothing of the next is asked for."""
    outcome = play(FORGER.format(deed=deed), batches.encode_calls(*sequence(25_000)))
    assert not outcome.returned
    assert outcome.value is None
