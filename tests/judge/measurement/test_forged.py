"""Programs that change what builds and reads their values have no figure, however they do it."""

from collections.abc import Iterator

import pytest

from judge.events import result_of
from judge.measurement.core_lock import take_core
from judge.measurement.paired_timing import BLOCK, CHECKED, PairedTiming
from judge.measurement.turn_size import TurnSize
from judge.problems.catalog import default_catalog
from tests.judge.measurement.rig import QUICK, Rig, open_rig

pytestmark = [pytest.mark.alone, pytest.mark.needs("full")]

SIZE = TurnSize(4_000)
#: The honest way, for those that take it at another time.
FIND = """
def find(node, p, q):
    if node is None or node is p or node is q: return node
    left, right = find(node.left, p, q), find(node.right, p, q)
    return node if left and right else left or right
"""
#: Plants no tree, and climbs in the level order that it was sent; `spin` while it plants.
PLANTER = """
import sys
nodes = next(m for m in list(sys.modules.values()) if hasattr(m, "plant"))
class Place:
    __slots__ = ("at", "all")
    def __init__(self, at, all): self.at, self.all = at, all
class Places:
    def __init__(self, values):
        self.values = values
        self.kept = [at for at, value in enumerate(values) if value is not None]
        for _ in range(len(self.kept) * {spin}): pass
    def __bool__(self): return bool(self.values)
    def __getitem__(self, at): return Place(at, self)
nodes.plant = lambda values, make: Places(values or [])
class Answer:
    def __init__(self, val): self.val = val
def climb(p, q):
    kept, a, b = p.all.kept, p.at, q.at
    while a != b:
        if a > b: a = kept[(a - 1) // 2]
        else: b = kept[(b - 1) // 2]
    return Answer(p.all.values[a])
"""
ENTRY = "\ndef lowest_common_ancestor(root, p, q):\n    for _ in range(9000): pass\n"
FORGERS = {
    "plants no tree": PLANTER.format(spin=0) + ENTRY + "    return climb(p, q)\n",
    "plants none and takes as long": (PLANTER.format(spin=30) + ENTRY + "    return climb(p, q)\n"),
    "plants none, and is honest where the judge plants": PLANTER.format(spin=30)
    + FIND
    + ENTRY
    + "    return climb(p, q) if type(p) is Place else find(root, p, q)\n",
    "finds while it is loaded where the judge plants": PLANTER.format(spin=30)
    + FIND
    + """
known = {}
frame = sys._getframe()
while frame is not None:
    for value in list(frame.f_locals.values()):
        for built in getattr(value, "_built", ()):
            known[id(built[0])] = find(*built)
    frame = frame.f_back
"""
    + ENTRY
    + "    return climb(p, q) if type(p) is Place else known[id(root)]\n",
    "answers while the tree is planted": FIND
    + """
import sys
playing = next(m for m in list(sys.modules.values()) if hasattr(m, "FunctionCase"))
real = playing.FunctionCase.prepare
def prepare(self, arguments, **_):
    self.__dict__.pop("found", None)
    real(self, arguments)
    self._arguments.append(find(*self._arguments))
playing.FunctionCase.prepare = prepare
def lowest_common_ancestor(root, p, q, found=None):
    for _ in range(3000): pass
    return found or find(root, p, q)
""",
}


@pytest.fixture(scope="module")
def rig(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rig]:
    problem = default_catalog().get("lca")
    with open_rig(tmp_path_factory.mktemp("forged"), problem) as found:
        yield found


@pytest.mark.parametrize("forger", FORGERS)
def test_who_builds_otherwise_has_no_figure(rig: Rig, forger: str) -> None:
    """Or one that holds all of its work: the honest way takes 0.6 to 1.1 times the reference's.

    What is forged comes below 0.1; on a busy machine seven pairs scatter by half.
    """
    timed = rig.timed(FORGERS[forger], SIZE)
    if timed.ratio is not None:
        assert timed.ratio.median > 0.35, forger
        return
    assert [note.code for note in timed.notes] == ["timing_refused"]
    assert timed.believable is False


#: Each saves time where the tree is built and spends it where no call is timed.
DEFERRERS = {
    "in a property of the answer, with nodes that are quickly built": """
class TreeNode:
    __slots__ = ("val", "left", "right")
    def __init__(self, val=0, left=None, right=None): self.val = val
class Later:
    def __init__(self, *given): self.given = given
    @property
    def val(self): return find(*self.given).val
"""
    + FIND
    + ENTRY
    + "    return Later(root, p, q)\n",
    "in place of what reads the answer": FIND
    + """
import sys
values = next(m for m in list(sys.modules.values()) if hasattr(m, "MAX_TAGGED"))
real = values.encode
values.encode = lambda value, shape="json": real(
    find(*value) if type(value) is tuple else value, shape)
"""
    + ENTRY
    + "    return root, p, q\n",
    "when the answer is let go": FIND
    + """
class Later:
    def __init__(self, val, *given): self.val, self.given = val, given
    def __del__(self): [find(*self.given) for _ in range(4)]
"""
    + ENTRY
    + "    return Later(find(root, p, q).val, root, p, q)\n",
}


@pytest.mark.parametrize("deferrer", DEFERRERS)
def test_who_works_later_is_charged(rig: Rig, deferrer: str) -> None:
    """The honest way takes 0.6 to 1.1 times the reference's; the entries add 0.1 or more.

    On a busy machine the interval may stay wide, and its median says little; it holds that figure.
    """
    timed = rig.timed(DEFERRERS[deferrer], SIZE)
    if timed.ratio is not None:
        wide = timed.ratio.half_width > QUICK.half_width
        assert (timed.ratio.high if wide else timed.ratio.median) > 0.6
    else:
        assert [note.code for note in timed.notes] == ["timing_refused"]


@pytest.mark.parametrize("slug", ["lca", "kth-largest", "lru-cache", "top-active-users"])
def test_the_reference_is_checked_like_any_other(
    tmp_path_factory: pytest.TempPathFactory, slug: str
) -> None:
    """Trees, lists, calls and files are built before it is loaded, and its ratio is the same."""
    problem = default_catalog().get(slug)
    with open_rig(tmp_path_factory.mktemp("checked"), problem) as own:
        sized = problem.strategies().sized
        assert sized is not None
        timing = PairedTiming(own.trial(problem.reference), sized, TurnSize(500), None)
        with result_of(take_core(own.settings.slots_dir, 60.0)):  # type: ignore[union-attr]
            found = timing.check()
    assert found is not None
    assert len(found.pairs) == CHECKED > 2 * BLOCK
    ratios = sorted(pair.submission.call / pair.reference.call for pair in found.pairs)
    assert 0.6 < ratios[CHECKED // 2] < 1.6
    assert all(pair.submission.call > 0 for pair in found.pairs)


def test_own_nodes_are_no_reason_for_refusal(rig: Rig) -> None:
    """Code that brings LeetCode's class along runs on the judge's nodes as well."""
    node = (
        "class TreeNode:\n    def __init__(self, val=0, left=None, right=None):\n"
        "        self.val, self.left, self.right = val, left, right\n"
    )
    assert rig.timed(node + FIND + ENTRY + "    return find(root, p, q)\n", SIZE).ratio is not None


def test_code_that_knows_only_its_own_nodes_is_told_why_it_has_no_figure(rig: Rig) -> None:
    """Whether its arguments are what was sent cannot be told from outside."""
    node = (
        "class TreeNode:\n    def __init__(self, val=0, left=None, right=None):\n"
        "        self.val, self.left, self.right = val, left, right\n"
    )
    entry = ENTRY + "    assert isinstance(root, TreeNode)\n    return find(root, p, q)\n"
    timed = rig.timed(node + FIND + entry, SIZE)
    assert timed.ratio is None
    assert timed.failed is None
    assert "TreeNode or ListNode of its own" in timed.notes[0].message
