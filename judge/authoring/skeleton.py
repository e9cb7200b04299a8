"""The skeleton of a package: a whole small problem, to be changed file by file."""

from pathlib import Path

from judge.errors import UsageError
from judge.problems import SLUG

LONGEST = 64

MANIFEST = """title = "{title}"
difficulty = "easy"                # easy, medium or hard
topic = "arrays"                   # `judge list` groups by it
tags = ["array"]
checker = "equal"                  # equal, any-order, or custom with a checker.py
hints = [
    "A gentle hint: what does one look at every number tell?",
    "A plainer one: remember the largest number so far.",
    "The idea: go through the list once, and keep the larger of two.",
]
listens = ["asks whether the list may be empty", "says why one pass is enough"]

[complexity]                       # of the reference
time = "O(n)"
space = "O(1)"

[limits]
memory_mib = 256
time_factor = 10.0                 # a case may take so many times the reference's time,
floor_seconds = 1.0                # and never less than this

[entry]
kind = "function"                  # "class" has [[entry.methods]]
names = ["{name}"]
returns = "int"
returns_shape = "json"             # json, tree, node or linked-list

[[entry.parameters]]
name = "nums"
type = "list[int]"
shape = "json"

[[samples]]                        # JSON in text, since TOML has no null
arguments = '{{"nums": [3, 1, 2]}}'
expected = '3'
explanation = "3 is the largest."

[[samples]]
arguments = '{{"nums": [-5]}}'
expected = '-5'
explanation = "A single number is the largest, negative or not."

[[questions]]                      # what a candidate may ask before coding
ask = "May the list be empty?"
words = ["empty", "no numbers", "length zero"]
answer = "No. It holds at least one number: `nums = [-5]` gives `-5`."
crucial = true                     # two to four of them

[[questions]]
ask = "May numbers be negative?"
words = ["negative", "below zero", "minus", "range"]
answer = "Yes: `nums = [-5]` gives `-5`."
crucial = true

[[questions]]
ask = "May numbers repeat?"
words = ["repeat", "duplicate", "unique"]
answer = "Yes. The largest may stand there several times."
crucial = false

[[questions]]
ask = "How long may the list be?"
words = ["how long", "how many", "size", "large"]
answer = "Up to 100,000 numbers."
crucial = false
"""
STATEMENT = """# {title}

Return the largest number of a list.

```python
def {name}(nums: list[int]) -> int
```

## Examples

**Example 1.** `nums = [3, 1, 2]` gives `3`.

**Example 2.** `nums = [-5]` gives `-5`: a single number is the largest, negative or not.

## Constraints

- `nums` holds 1 to 100,000 whole numbers from -1,000,000 to 1,000,000.
- They may repeat, and stand in any order.

## Follow-ups

- The numbers come one at a time and never end. What do you keep?
"""
EDITORIAL = """# {title}: two ways

## 1. One pass

Go through the list and keep the larger of two:

```python
def {name}(nums):
    best = nums[0]
    for number in nums:
        if number > best:
            best = number
    return best
```

Each number is looked at once: `O(n)` time, and `O(1)` space.

## 2. Sort it

```python
def {name}(nums):
    return sorted(nums)[-1]
```

`O(n log n)` time and `O(n)` space, for all the others' order, which nobody asked for.

## Pitfalls

- Starting from 0 is wrong where all numbers are negative: `nums = [-5]` gives `-5`.

## Follow-ups

- *A stream:* keep the largest so far, and nothing else.
"""
STARTER = '''def {name}(nums: list[int]) -> int:
    """Return the largest of the numbers."""
'''
STRATEGIES = '''"""Where the inputs come from. `judge verify` says what is wrong with them."""

from hypothesis import strategies as st

LEAST, MOST, LONGEST = -1_000_000, 1_000_000, 100_000
#: The smallest and the largest n of `sized`.
SIZES = (1, LONGEST)


def edges():
    """Return the inputs that everybody should think of."""
    return [
        {"nums": [0]},
        {"nums": [LEAST]},
        {"nums": [MOST, LEAST]},
        {"nums": [7, 7]},
        {"nums": [-3, -1, -2]},
        {"nums": [1, 2, 3]},
    ]


def generated():
    """Return a Hypothesis strategy of small inputs."""
    numbers = st.integers(-9, 9) | st.integers(LEAST, MOST)
    return st.fixed_dictionaries({"nums": st.lists(numbers, min_size=1, max_size=20)})


def scales():
    """Yield sizes and inputs of these sizes, for what is too slow."""
    yield 10_000, {"nums": list(range(10_000))}
    yield LONGEST, {"nums": list(range(LONGEST, 0, -1))}


def sized(n, rng):
    """Return a random input of size n, for the timing and for growth."""
    return {"nums": [rng.randint(LEAST, MOST) for _ in range(n)]}


def validate(arguments):
    """Return why an input is outside the constraints, or None."""
    if set(arguments) != {"nums"}:
        return "the arguments must be exactly nums"
    nums = arguments["nums"]
    if not isinstance(nums, list) or not 1 <= len(nums) <= LONGEST:
        return "nums must be a list of 1 to 100,000 numbers"
    if any(type(number) is not int or not LEAST <= number <= MOST for number in nums):
        return "the numbers must be whole ones from -1,000,000 to 1,000,000"
    return None
'''
REFERENCE = '''"""Reference: the larger of two, again and again."""


def {name}(nums):
    best = nums[0]
    for number in nums:
        if number > best:
            best = number
    return best
'''
SORTED = '''"""Accepted: the last one in order."""


def {name}(nums):
    return sorted(nums)[-1]
'''
WRONG = '''"""Wrong: begins with 0, which is larger than all where all are negative."""


def {name}(nums):
    best = 0
    for number in nums:
        best = max(best, number)
    return best
'''
SLOW = '''"""Slow: compares each number with all others."""


def {name}(nums):
    for number in nums:
        if all(number >= other for other in list(nums)):
            return number
'''


def write_skeleton(folder: Path, slug: str) -> list[Path]:
    """Write a package into a folder of one's own; return its files.

    The folder is made if it is not there. Where it has `problems/`, the samples go to `solutions/`
    beside it, else into the package. Raises `UsageError` for a name that no package can have, and
    where something is in the way.
    """
    if not SLUG.fullmatch(slug) or len(slug) > LONGEST:
        raise UsageError(
            f"{slug[:LONGEST]!r} is no name for a problem: small letters, digits and single "
            "hyphens, such as two-sum"
        )
    apart = (folder / "problems").is_dir()
    package = folder / "problems" / slug if apart else folder / slug
    samples = folder / "solutions" / slug if apart else package / "solutions"
    if package.exists() or samples.exists():
        raise UsageError(f"{package if package.exists() else samples} is there already")
    name = slug.replace("-", "_")
    name = f"problem_{name}" if name[0].isdigit() else name
    title = slug.replace("-", " ").capitalize()
    texts = {
        package / "problem.toml": MANIFEST.format(title=title, name=name),
        package / "statement.md": STATEMENT.format(title=title, name=name),
        package / "editorial.md": EDITORIAL.format(title=title, name=name),
        package / "starter.py": STARTER.format(name=name),
        package / "strategies.py": STRATEGIES,
        samples / "accepted" / "reference.py": REFERENCE.format(name=name),
        samples / "accepted" / "sorts.py": SORTED.format(name=name),
        samples / "wrong_answer" / "begins_with_zero.py": WRONG.format(name=name),
        samples / "time_limit_exceeded" / "compares_all.py": SLOW.format(name=name),
    }
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    except OSError as error:
        raise UsageError(f"cannot write {error.filename}: {error.strerror}") from None
    return list(texts)
