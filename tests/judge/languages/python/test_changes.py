"""How many lines of a given program a text changes: what counts, and what does not."""

import re

import pytest

from judge.languages.python.changes import count_changes

GIVEN = '''
def find(nums, wanted):
    """Return where a number stands."""
    low, high = 0, len(nums) - 1
    while low < high:
        middle = (low + high) // 2  # rounded down
        if nums[middle] > wanted:
            high = middle
        else:
            low = middle + 1
    if nums[low] == wanted:
        return low
    return "none"
'''
LINES = 11


def changed(text: str, given: str = GIVEN) -> int | None:
    lines, [count] = count_changes(given, ["find", "find_it"], [text])
    assert lines == (LINES if given == GIVEN else lines)
    return None if count is None else int(count)


def renamed(text: str, **names: str) -> str:
    for old, new in names.items():
        text = re.sub(rf"\b{old}\b", new, text)
    return text


ONE = GIVEN.replace("high = middle\n", "high = middle - 1\n")


@pytest.mark.parametrize(
    "text",
    [
        GIVEN,
        GIVEN.replace("    ", "\t"),
        GIVEN.replace("    ", "  "),
        GIVEN.replace("# rounded down", "# another word"),
        GIVEN.replace('"""Return where a number stands."""', '"""A\n\n    b."""\n    "more"'),
        GIVEN.replace('    """Return where a number stands."""\n', ""),
        GIVEN.replace('"none"', "'none'"),
        GIVEN.replace('"none"', "(\n        'no' 'ne'\n    )"),
        GIVEN.replace("low < high", "(low <\n     high)"),
        GIVEN.replace("low < high", "low < \\\n  high"),
        GIVEN.replace("nums[middle] > wanted:\n            high", "nums[middle] > wanted: high"),
        GIVEN.replace("(nums, wanted)", "(nums: list[int], wanted: 'int') -> int | str"),
        GIVEN.replace("    low, high = 0", "    low: int\n    low, high = 0"),
        GIVEN.replace("else:\n", "else:\n            pass\n"),
        GIVEN + "\nif __name__ == '__main__':\n    print(find([1, 2], 2))\n",
        GIVEN + "\n\ndef test_find():\n    assert find([1], 1) == 0\n",
        GIVEN.replace('return "none"', 'return "none"\n    print("never")'),
    ],
)
def test_what_changes_nothing_counts_nothing(text: str) -> None:
    """Spaces, comments, docstrings, annotations, quotes, broken lines, what is never run."""
    assert changed(text) == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (ONE, 1),
        (ONE.replace("low < high", "low <= high"), 2),
        (GIVEN.replace("            low = middle + 1\n", "            low = middle\n"), 1),
        (GIVEN.replace("    while low", "    if not nums:\n        return 0\n    while low"), 2),
        (GIVEN.replace("    while low", "    if not nums: return 0\n    while low"), 2),
        (GIVEN.replace("    low, high = 0, len(nums) - 1\n", ""), 1),
        (GIVEN.replace("    low, high = 0, len(nums) - 1\n", "    low = 0\n    high = 3\n"), 2),
        (
            GIVEN.replace("        return low\n", "    return low\n").replace(
                "    if nums[low]", "#"
            ),
            3,
        ),
        (GIVEN.replace("(low + high) // 2", "low + (high // 2)"), 1),
        (GIVEN.replace("nums, wanted", "nums, wanted, more=0"), 1),
        ("import bisect\n" + GIVEN, 1),
    ],
)
def test_a_block_counts_the_larger_of_what_went_and_what_came(text: str, count: int) -> None:
    """Each line once."""
    assert changed(text) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (renamed(GIVEN, middle="centre"), 1),
        (renamed(GIVEN, low="lo", high="hi", middle="mid", nums="numbers"), 4),
        (renamed(ONE, middle="centre"), 2),
        (renamed(GIVEN, low="spare", high="low", spare="high"), 7),
        (renamed(GIVEN, len="size"), 1),
        (renamed(GIVEN, find="find_it"), 1),
        (renamed(GIVEN, middle="\uff23entre"), 1),
    ],
)
def test_a_name_that_is_changed_everywhere_counts_one(text: str, count: int) -> None:
    """Only where it is, and only a name that the program binds itself."""
    assert changed(text) == count


def test_names_of_different_functions_are_different_names() -> None:
    """One function's may be renamed, and the other's stay."""
    two = "def a(x):\n    y = x\n    return y\n\n\ndef find(x):\n    y = a(x)\n    return y + x\n"
    head, tail = two.split("\n\n\n")
    assert changed(f"{renamed(head, x='z', y='w')}\n\n\n{tail}", two) == 2
    assert changed(f"{head}\n\n\n{renamed(tail, x='z')}", two) == 1
    assert changed(renamed(two, a="first"), two) == 1
    assert changed(renamed(two, x="z"), two) == 1


def test_a_moved_block_counts_its_lines_once() -> None:
    """Also where it is moved into or out of another block."""
    start, end = "    low, high = 0, len(nums) - 1\n", '    return "none"\n'
    assert changed(GIVEN.replace(start, "").replace(end, start + end)) == 1
    helper = "def help(x):\n    x += 1\n    x += 2\n    return x\n\n\n"
    given = helper + "def find(nums):\n    a = help(nums)\n    b = 3\n    return a + b\n"
    body = given.removeprefix(helper)
    assert changed(f"{body}\n\n{helper}", given) == 4


def test_a_program_may_be_put_into_the_class() -> None:
    """The class and the parameter `self` are all that changes."""
    inside = "".join(f"    {line}\n" if line else "\n" for line in ONE.split("\n"))
    text = "class Solution:\n" + inside.replace("(nums, wanted", "(self, nums, wanted")
    assert changed(text) == 3


@pytest.mark.parametrize(
    "text",
    [
        GIVEN + "\n\ndef find(nums, wanted):\n    return 0\n",
        GIVEN + "\n\n" + ONE,
        GIVEN + "\n\nfind = lambda nums, wanted: 0\n",
        GIVEN + "\n\nclass Solution:\n    def find(self, nums, wanted):\n        return 0\n",
        GIVEN + "\n\nif 1:\n    def find(nums, wanted): return 0\n",
        GIVEN + "\n\nfrom bisect import bisect as find\n",
        GIVEN + "\n\nfor find in [max]: pass\n",
    ],
)
def test_a_definition_that_hides_the_given_one_changes_all_of_it(text: str) -> None:
    """However alike they are."""
    assert (changed(text) or 0) >= LINES


@pytest.mark.parametrize(
    "text",
    [
        ONE + "\n\nimport functools\n\nfind = functools.cache(find)\n",
        ONE + "\n\n_find = find\n\n\ndef find(nums, wanted):\n    return _find(nums, wanted)\n",
        ONE + "\n\nclass Solution:\n    def find(self, nums, wanted):\n"
        "        return find(nums, wanted)\n",
    ],
)
def test_a_definition_that_is_still_used_is_not_hidden(text: str) -> None:
    """What was added counts, and no more."""
    assert 2 <= (changed(text) or 0) <= 4


@pytest.mark.parametrize(
    "first",
    [
        "return 0",
        "if True: return 0",
        "if nums or 1: return 0",
        "if nums: return 0\n    else: return 1",
        "raise ValueError",
        "while False: pass\n    return 0",
        "try: return 0\n    finally: pass",
    ],
)
def test_lines_that_are_never_reached_are_gone(first: str) -> None:
    """So an answer in the first line is a rewrite."""
    early = GIVEN.replace("    low, high", f"    {first}\n    low, high")
    assert (changed(early) or 0) >= LINES - 1


@pytest.mark.parametrize(
    "more",
    [
        *("exec('x = 1')", "globals()['find'] = max", "find.__code__ = 3", "import builtins"),
        *(
            "import sys\nsys.modules",
            "setattr(find, 'x', 1)",
            "x: exec('y = 1') = 3",
            "find.__dict__",
        ),
        "x = [" + "1, " * 30_000 + "]",
    ],
)
def test_what_cannot_be_told_is_not_counted(more: str) -> None:
    """Code behind the text, and too much of it."""
    assert changed(f"{ONE}\n\n{more}\n") is None


def test_many_lines_are_all_changed() -> None:
    """They are not compared one by one."""
    assert changed(GIVEN + "x = 1\n" * 3000) == 3000 + LINES
