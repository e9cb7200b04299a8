from typing import Any

from judge.values.answers import Tree
from judge.values.interface import Interface, Method, Parameter, Shape
from judge.values.replies import Loaded, Raised, Returned
from tests.judge.languages.python.guest.driver import LIMITER, Guest

LIMITER_SOURCE = """
class RateLimiter:
    def __init__(self, limit, window_ms):
        self.limit = limit
        self.clients = []
    def allow(self, client, now_ms):
        if now_ms < 0: raise ValueError("time runs backwards")
        self.clients.append(client)
        return len(self.clients) <= self.limit
    def seen(self):
        return self.clients
"""


def play(calls: list[str], arguments: list[Any], source: str = LIMITER_SOURCE) -> Any:
    """Play one sequence of calls on a fresh guest."""
    with Guest() as guest:
        assert isinstance(guest.load(source, LIMITER), Loaded)
        return guest.play(calls, arguments)


def test_calls_are_played_in_a_row_on_one_instance() -> None:
    """The result is a list with null for the constructor."""
    reply = play(["RateLimiter", "allow", "allow"], [[1, 10], ["a", 0], ["b", 5]])
    assert reply == Returned([None, True, False])


def test_each_case_gets_a_fresh_instance() -> None:
    """Nothing of one case is left in the next."""
    with Guest() as guest:
        guest.load(LIMITER_SOURCE, LIMITER)
        for _ in range(2):
            reply = guest.play(["RateLimiter", "allow", "seen"], [[1, 10], ["a", 0], []])
            assert reply == Returned([None, True, ["a"]])


def test_a_result_counts_as_it_was_returned() -> None:
    """A list that later calls change is judged by what it held when it was returned."""
    calls = ["RateLimiter", "seen", "allow", "seen"]
    assert play(calls, [[1, 10], [], ["a", 0], []]) == Returned([None, [], True, ["a"]])


def test_an_argument_may_refer_to_an_earlier_result() -> None:
    """`{"result": 1}` stands for what call 1 returned, and only so as a whole argument."""
    calls = ["RateLimiter", "allow", "allow", "seen"]
    reply = play(calls, [[2, 10], ["a", 0], [{"result": 1}, 0], []])
    assert reply == Returned([None, True, True, ["a", True]])
    reply = play(calls, [[2, 10], ["a", 0], [{"other": 1}, 0], []])
    assert reply == Returned([None, True, True, ["a", {"other": 1}]])


def test_an_exception_tells_which_call_raised_it() -> None:
    """The index counts from the constructor, which is call 0."""
    reply = play(["RateLimiter", "allow", "allow"], [[1, 10], ["a", 0], ["a", -1]])
    assert isinstance(reply, Raised)
    assert (reply.info.call, reply.info.type, reply.info.line) == (2, "ValueError", 7)
    broken = LIMITER_SOURCE.replace("self.limit = limit", "1 / 0")
    reply = play(["RateLimiter"], [[1, 10]], broken)
    assert isinstance(reply, Raised)
    assert reply.info.call == 0


def test_names_are_matched_without_case_and_underscores() -> None:
    """The calls carry the official names, the submission its own."""
    source = LIMITER_SOURCE.replace("def allow", "def Al_low").replace("RateLimiter", "ratelimiter")
    assert play(["RateLimiter", "allow"], [[1, 10], ["a", 0]], source) == Returned([None, True])


def test_calls_that_do_not_fit_are_the_judge_s_fault() -> None:
    """An unknown method or a missing constructor is no error of the submission."""
    for calls, arguments in (
        ([], []),
        (["allow"], [["a", 0]]),
        (["RateLimiter", "nothing"], [[1, 10], []]),
        (["RateLimiter", "seen"], [[1, 10]]),
    ):
        reply = play(calls, arguments)
        assert isinstance(reply, Raised)
        assert reply.info.code == "arguments"


CODEC = Interface(
    "class",
    ("Codec",),
    (),
    methods=(
        Method("serialize", (Parameter("root", "TreeNode", Shape.TREE),), "str"),
        Method("deserialize", (Parameter("data", "str"),), "TreeNode", Shape.TREE),
    ),
)
CODEC_SOURCE = """
class TreeNode:
    def __init__(self, val): self.val, self.left, self.right = val, None, None
class Codec:
    made = 0
    def __init__(self): Codec.made += 1
    def serialize(self, root):
        assert type(root) is TreeNode
        return f"{root.val} {root.right.val} {Codec.made}"
    def deserialize(self, data):
        root = TreeNode(data)
        root.right = TreeNode(Codec.made)
        return root if data != "loop" else [root]
"""


def test_methods_take_and_give_trees() -> None:
    """Of the submission's own class; a call of the constructor's name makes another instance."""
    calls = ["Codec", "serialize", "Codec", "deserialize", "deserialize"]
    arguments: list[list[Any]] = [[], [[4, None, 6]], [], [{"result": 1}], ["loop"]]
    with Guest() as guest:
        assert isinstance(guest.load(CODEC_SOURCE, CODEC), Loaded)
        reply = guest.play(calls, arguments)
    assert isinstance(reply, Returned)
    assert reply.value[:4] == [None, "4 6 1", None, Tree(("4 6 1", None, 2))]
    assert type(reply.value[4]) is list


def test_trees_come_in_batches_too() -> None:
    """The results of a later batch have the shapes of its own calls."""
    with Guest() as guest:
        guest.load(CODEC_SOURCE, CODEC)
        first = guest.play(["Codec", "deserialize"], [[], ["a"]], 0, True, True)
        second = guest.play(["serialize", "deserialize"], [[[1, None, 2]], ["b"]], 2, False, False)
    assert first == Returned([None, Tree(("a", None, 1))])
    assert second == Returned(["1 2 1", Tree(("b", None, 1))])
