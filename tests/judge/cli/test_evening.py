"""One round as it is: the real judge, from the start to the scorecard."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from judge.cli.main import commands
from judge.cli.setup import Setup
from judge.practice import History
from judge.problems.catalog import Catalog, default_catalog

FIRST = "def kth_largest(nums, k):\n    return sorted(nums)[k]\n"
LAST = """
import heapq

def kth_largest(nums, k):
    # Time: O(n log n), Space: O(n)
    return heapq.nlargest(k, nums)[-1]
"""
ACCEPTED = ("submit", "AC")


class One(Catalog):
    """One shipped problem, which every seed draws."""

    def slugs(self) -> list[str]:
        """Return its name."""
        return ["kth-largest"]


def round_(*arguments: str, status: int = 0) -> Result:
    shipped = default_catalog()
    setup = Setup(packages=One(shipped.problems, shipped.solutions))
    result = CliRunner().invoke(commands, arguments, obj=setup)
    assert result.exit_code == status, result.output
    return result


@pytest.mark.slow
def test_an_evening(tmp_path: Path) -> None:
    """What is asked, predicted, said and handed in comes together in the scorecard."""
    path = tmp_path / "kth_largest.py"
    path.write_text(FIRST)
    round_("round", "start", "--count", "1", "--seed", "1")
    assert "They count" in round_("round", "ask", "do", "duplicates", "count").stdout
    assert "Right." in round_("round", "example", "nums = [3, 1, 2], k = 2", "2").stdout
    assert "gives 2" in round_("round", "example", "[3, 3, 2], 3", "3", status=1).stdout
    assert "outside the constraints" in round_("round", "example", "[], 1", "0", status=2).stderr
    words = ["keep a heap of the k largest numbers, then its least is the answer"]
    round_("round", "approach", *words, "--time", "O(n log n)", "--space", "O(n)")
    round_("run", str(path), "--input", "[5, 4, 9, -7], 1", status=1)
    shown = round_("submit", str(path), status=1).stdout
    assert shown.startswith("Round: 59 min left (part 1 of 1)\n")
    path.write_text(LAST)
    round_("run", str(path))
    finished = round_("round", "finish")
    assert "judging the last text of kth-largest" in finished.stderr
    assert "Coding and algorithms" in finished.stdout
    found = json.loads(round_("round", "show", "--json").stdout)
    levels = found["card"]["levels"]
    assert levels["coding"] == 3
    assert levels["testing"] == 4
    [kept] = (tmp_path.parent).rglob(f"rounds/{found['id']}.json")
    events = History(kept.parent.parent, pytest.fail).read()
    [growth] = [one.facts["growth"] for one in events if (one.kind, one.verdict) == ACCEPTED]
    # On some runs the sizes of a submission allow several classes, and no growth is told.
    assert levels["complexity"] == (2 if growth is None else 4)
    measured = json.loads(kept.read_text())
    known = measured["problems"]["kth-largest"]
    assert 0.2 * known["known"] <= known["caught"] < known["known"]
    assert len(measured["quality"]) == 2
    assert measured["space"] == {"kth-largest": True}
