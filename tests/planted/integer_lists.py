"""`kth-largest`: what can be seen of an input, and rare bugs that hang on it."""

from typing import Any

SLUG = "kth-largest"


def seen(nums: list[int], k: int) -> dict[str, Any]:
    """Return what the conditions of the plants may name."""
    rising = sorted(nums)
    answer = rising[-k]
    counts = {x: nums.count(x) for x in set(nums)} if len(nums) < 2000 else {}
    return {
        "nums": nums,
        "k": k,
        "n": len(nums),
        "answer": answer,
        "rising": rising,
        "falling": rising[::-1],
        "low": rising[0],
        "high": rising[-1],
        "counts": counts,
        "distinct": len(set(nums)),
        "times": nums.count(answer),
        "place": nums.index(answer),
        "negative": sum(x < 0 for x in nums),
        "positive": sum(x > 0 for x in nums),
        "repeated": [x for x, count in counts.items() if count > 1],
    }


#: A condition with {} for its parameter, and the parameters to choose from.
PLANTS: list[tuple[str, list[object]]] = [
    ("n == {}", [*range(1, 51)]),
    ("k == {}", [*range(1, 25)]),
    ("answer == {}", [*range(-12, 13), 255, 256, 9_999, 10_000, -10_000]),
    ("k == n >= {}", [*range(1, 30)]),
    ("k == n == {}", [*range(1, 30)]),
    ("k == 1 and n == {}", [*range(1, 30)]),
    ("k == n - 1 and n >= {}", [*range(2, 20)]),
    ("n == 2 * k and k >= {}", [*range(1, 10)]),
    ("n == 2 * k - 1 and k >= {}", [*range(1, 10)]),
    ("k > {} and n % k == 0", [*range(2, 9)]),
    ("any(x < 0 for x in repeated) and k == {}", [*range(1, 9)]),
    ("any(x < {} for x in repeated)", [0, -2, -5, -20]),
    ("answer < 0 and times >= {}", [2, 3, 4]),
    ("times == {}", [*range(2, 8)]),
    ("times > 1 and k == {}", [*range(1, 8)]),
    ("times > 1 and answer == {}", [*range(-4, 5)]),
    ("distinct == 1 and n >= {}", [*range(2, 12)]),
    ("distinct == {}", [*range(1, 20)]),
    ("distinct == n >= {}", [*range(3, 15)]),
    ("nums == rising and n >= {}", [*range(2, 20)]),
    ("nums == falling and n >= {}", [*range(2, 20)]),
    ("nums == rising and k == {} and n > k", [*range(1, 7)]),
    ("answer == nums[0] and n >= {}", [2, 5, 10, 20]),
    ("answer == nums[-1] and n >= {}", [2, 5, 10, 20]),
    ("place == n // 2 and n >= {}", [3, 8, 15]),
    ("high == 0 and n >= {}", [1, 2, 4]),
    ("low == 0 and n >= {}", [1, 2, 4]),
    ("high < 0 and n >= {}", [1, 2, 6, 12]),
    ("low == -high and n >= {}", [1, 2, 4]),
    ("sum(nums) == 0 and n >= {}", [1, 2, 3]),
    ("high - low > {}", [50, 150, 1_000, 15_000, 19_000]),
    ("high - low == {} and n > 2", [0, 1, 2, 3, 10]),
    ("n & (n - 1) == 0 and n >= {}", [2, 4, 8, 16]),
    ("n & (n + 1) == 0 and n >= {}", [1, 3, 7, 15]),
    ("n > {} and k <= 3", [10, 16, 24, 32]),
    ("n > {} and k > n - 3", [10, 16, 24, 32]),
    ("answer > {}", [20, 100, 127, 255, 5_000]),
    ("answer < -{}", [20, 100, 128, 255, 5_000]),
    ("negative > positive and k == {}", [1, 2, 3, 5]),
    ("0 in nums and answer < 0 and k >= {}", [2, 4, 8]),
    ("n % 2 == 1 and k == n // 2 + 1 and times >= {}", [1, 2, 3]),
    ("any(nums[i] == nums[i + 1] == nums[i + 2] for i in range(n - 2)) and k >= {}", [1, 3, 6]),
    ("n - distinct == {}", [*range(1, 12)]),
    ("answer == high and times >= {} and k == times", [2, 3]),
    ("answer == low and times >= {} and k < n", [2, 3]),
]
