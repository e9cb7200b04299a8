import ast
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.authoring.mutation_testing import mutants_of
from judge.languages.python.mutants import mutant_keys, mutants, sample
from tests.packages import bundled

SOURCE = '''"""Finds things."""


def find(nums: list[int], k: int = 1) -> int:
    """Return the k-th."""
    best = []
    for i in range(len(nums)):
        if nums[i] > k and not best:
            best.append(min(nums[:i], k))
            continue
    print("found", len(best))
    return best[-1]


if __name__ == "__main__":
    print(find([1, 2], 3))
'''


def made(source: str) -> set[tuple[str, str]]:
    """Return what each mutant does: the operator, and the first changed line."""
    return {(mutant.operator, mutant.becomes) for mutant in mutants("f.py", source)}


@pytest.mark.parametrize(
    ("line", "operator", "becomes"),
    [
        ("return a < b", "comparison", "return a <= b"),
        ("return a < b", "comparison", "return a >= b"),
        ("return a == b", "comparison", "return a >= b"),
        ("return a is not b", "comparison", "return a is b"),
        ("return a not in b", "comparison", "return a in b"),
        ("return a < b < 9", "comparison", "return a < b <= 9"),
        ("return (a) + (b)", "arithmetic", "return (a) - (b)"),
        ("return a // b", "arithmetic", "return a * b"),
        ("a += b", "arithmetic", "a -= b"),
        ("return -a", "sign dropped", "return a"),
        ("return 10_000", "constant", "return 10001"),
        ("return 10_000", "constant", "return 9999"),
        ("return True", "constant", "return False"),
        ("return 'abc'", "constant", "return 'ab'"),
        ("return ''", "constant", "return '?'"),
        ("a = []", "first value", "a = [None]"),
        ("return a[b:]", "slice bound", "return a[:]"),
        ("return a[b:]", "slice bound", "return a[b + 1:]"),
        ("return a[b]", "index", "return a[b - 1]"),
        ("return range(b)", "range bound", "return range(1, b)"),
        ("return range(a, b)", "range bound", "return range(a, b + 1)"),
        ("if a: return b", "condition", "if True: return b"),
        ("if a: return b", "condition", "if False: return b"),
        ("return a if b else 3", "condition", "return a if True else 3"),
        ("return [x for x in a if x]", "condition", "return [x for x in a if True]"),
        ("while a: a.pop()", "loop skipped", "while False: a.pop()"),
        ("for x in a: b(x)", "loop skipped", "for x in (): b(x)"),
        ("return a and b", "and/or", "return a or b"),
        ("return a or b", "side dropped", "return False or b"),
        ("return not a", "not dropped", "return a"),
        ("a.append(b)", "statement deleted", "pass"),
        ("if a: raise b", "statement deleted", "if a: pass"),
        ("for x in a: return b", "return value dropped", "for x in a: return None"),
        ("while a: break", "break/continue", "while a: continue"),
        ("return a(1, b)", "arguments swapped", "return a(b, 1)"),
        ("return a[:]", "copy dropped", "return a"),
        ("return a.copy()", "copy dropped", "return a"),
        ("return list(a)", "copy dropped", "return a"),
        ("return a.left", "other name", "return a.right"),
        ("return max(a, b)", "other name", "return min(a, b)"),
        ("return a * a", "wrong variable", "return b * a"),
    ],
)
def test_each_slip_is_made(line: str, operator: str, becomes: str) -> None:
    """One small edit of the text: the rest of the line stays as it was written."""
    assert (operator, becomes) in made(f"def f(a, b):\n    {line}\n")


def test_a_loop_may_end_after_its_first_round() -> None:
    """The `break` goes behind the last statement of the body, however deep that is."""
    source = "def f(a):\n    for x in a:\n        if x:\n            a.pop()\n    return a\n"
    (mutant,) = (m for m in mutants("f.py", source) if m.operator == "loop ends early")
    assert mutant.becomes == "a.pop(); break"
    assert "            a.pop()\n        break\n    return a" in mutant.source


def test_what_decides_nothing_is_left_alone() -> None:
    """Docstrings, type hints, prints, f-strings and the part run as a script have no mutants."""
    for mutant in mutants("f.py", SOURCE):
        assert mutant.line in SOURCE
        assert not mutant.line.startswith(("print", '"""', "if __name__"))
        assert "nums: list[int]" in mutant.source
        assert 'print("found", len(best))' in mutant.source
    assert made('def f(a):\n    f"{a + 1}"\n    print(a + 1)\n') == {("statement deleted", "pass")}


def test_the_same_bytecode_is_no_mutant() -> None:
    """What the compiler cannot tell from the original, or from another mutant, is not made."""
    once = made("def f(a):\n    return None\n")
    assert once == set()
    dead = made("def f(a):\n    if 0:\n        a += 1\n    return a\n")
    assert ("arithmetic", "a -= 1") not in dead


def test_equal_lines_are_told_apart() -> None:
    """The same slip in two equal lines is two mutants, numbered from the top."""
    source = "def f(a):\n    a.pop()\n    a.pop()\n"
    deleted = [m for m in mutants("f.py", source) if m.operator == "statement deleted"]
    assert [(m.number, m.nth) for m in deleted] == [(2, 1), (3, 2)]
    assert len({m.key for m in deleted}) == 2


def test_a_mutant_keeps_its_name_when_lines_move() -> None:
    """What is listed as equivalent stays so when a comment is written above it."""
    moved = SOURCE.replace("\n\ndef", "\n# a comment\n\n\ndef", 1)
    before, after = mutants("f.py", SOURCE), mutants("f.py", moved)
    assert [m.key for m in before] == [m.key for m in after]
    assert [m.number for m in before] != [m.number for m in after]


def test_columns_count_past_other_alphabets() -> None:
    """The syntax tree counts bytes; the edit hits the right place all the same."""
    assert ("comparison", "return 'é日😀' + a <= b") in made(
        "def f(a, b):\n    return 'é日😀' + a < b\n"
    )


def test_a_diff_shows_the_slip() -> None:
    """The survivor is read as people read patches."""
    (mutant,) = (m for m in mutants("f.py", SOURCE) if m.becomes == "return best[-2]")
    assert "-    return best[-1]\n+    return best[-2]" in mutant.diff
    assert mutant.diff.startswith("--- f.py\n+++ f.py\n")


#: A function, one on trees, and a class; the others are `-m slow`.
FEW = frozenset({"two-sum", "validate-bst", "lru-cache"})


@pytest.mark.parametrize(
    "slug",
    [
        pytest.param(slug, marks=[] if slug in FEW else [pytest.mark.slow])
        for slug, problem in bundled().items()
        if problem.refusal("mutants") is None
    ],
)
def test_every_mutant_of_a_package_is_a_program(slug: str) -> None:
    """Each parses, and has a name of its own; there are many."""
    found = mutants_of(bundled()[slug])
    assert len(found) >= 100
    assert len({mutant.key for mutant in found}) == len(found)
    for mutant in found[::10]:
        ast.parse(mutant.source)


FOUND = mutants("f.py", SOURCE)


@given(st.integers(0, len(FOUND)))
def test_a_sample_is_always_the_same_and_grows(count: int) -> None:
    """A larger sample holds the smaller one, so that a survivor seen once is seen again."""
    small, large = sample(FOUND, count), sample(FOUND, count + 1)
    assert len(small) == count
    assert set(small) <= set(large)
    assert small == sample(FOUND[::-1], count)[::-1]


def test_the_keys_are_the_same_on_every_python() -> None:
    """Which mutants share their bytecode is the compiler's choice; what may be listed is not."""
    source = (
        "def f(a):\n    for x in a:\n        if x:\n            a.append(x)\n            break\n"
    )
    swapped = {("f.py", "break", text, 1) for text in ("pass", "continue")}
    made_here = {mutant.key for mutant in mutants("f.py", source)}
    assert swapped <= mutant_keys("f.py", source)
    assert made_here <= mutant_keys("f.py", source)
    # Since 3.12 both are one jump back to the loop.
    assert (swapped <= made_here) == (sys.version_info < (3, 12))
    assert ("f.py", "break", "break", 1) not in mutant_keys("f.py", source)
