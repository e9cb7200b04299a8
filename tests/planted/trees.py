"""`lca`: what can be seen of an input, and rare bugs that hang on it."""

from typing import Any

SLUG = "lca"


def seen(root: list[int | None], p: int, q: int) -> dict[str, Any]:
    """Return what the conditions of the plants may name."""
    left, right, above, depth = _links(root)
    way_p, way_q = _way(p, above), _way(q, above)
    lca = next(value for value in way_p if value in set(way_q))
    values = list(depth)
    levels: dict[int, int] = {}
    for each in depth.values():
        levels[each] = levels.get(each, 0) + 1
    leaves = [v for v in values if v not in left and v not in right]
    return {
        "p": p,
        "q": q,
        "lca": lca,
        "top": root[0],
        "n": len(values),
        "values": values,
        "height": len(levels),
        "width": max(levels.values()),
        "leaves": leaves,
        "left": left,
        "right": right,
        "above": above,
        "depth": depth,
        "p_depth": depth[p],
        "q_depth": depth[q],
        "lca_depth": depth[lca],
        "apart": depth[p] + depth[q] - 2 * depth[lca],
        "swapped": values.index(p) > values.index(q),
        "rights": sum(right.get(above.get(v)) == v for v in way_p),
        "lefts": sum(left.get(above.get(v)) == v for v in way_p),
    }


def _links(root: list[Any]) -> tuple[dict[Any, Any], ...]:
    """Return the left child, the right child, the parent and the depth of the nodes by value."""
    left: dict[Any, Any] = {}
    right: dict[Any, Any] = {}
    above: dict[Any, Any] = {}
    depth = {root[0]: 0}
    waiting, at = [root[0]], 1
    for value in waiting:
        for side in (left, right):
            child = root[at] if at < len(root) else None
            at += 1
            if child is not None:
                side[value], above[child], depth[child] = child, value, depth[value] + 1
                waiting.append(child)
    return left, right, above, depth


def _way(value: int, above: dict[int, int]) -> list[int]:
    way = [value]
    while way[-1] in above:
        way.append(above[way[-1]])
    return way


PLANTS: list[tuple[str, list[object]]] = [
    ("n == {}", [*range(2, 46)]),
    ("p_depth == {}", [*range(16)]),
    ("q_depth == {} and n > 3", [*range(16)]),
    ("lca_depth == {}", [*range(12)]),
    ("apart == {}", [*range(1, 16)]),
    ("p_depth - q_depth == {}", [*range(-10, 11)]),
    ("height == {}", [*range(2, 24)]),
    ("width == {}", [*range(1, 14)]),
    ("height == n > {}", [3, 10, 20, 40]),
    ("height == n > {} and not left", [2, 10, 20, 40]),
    ("height == n > {} and not right", [2, 10, 20, 40]),
    ("height == n > {} and left and right", [3, 10, 20, 40]),
    ("rights > {}", [3, 6, 10, 20, 40]),
    ("lefts > {}", [3, 6, 10, 20, 40]),
    ("lca == p and q_depth >= {}", [2, 4, 6, 9]),
    ("lca == q and p_depth >= {}", [2, 4, 6, 9]),
    ("lca == p == top and n >= {}", [2, 6, 12]),
    ("lca == top not in (p, q) and n >= {}", [3, 8, 20]),
    ("above.get(p) == above.get(q) and n >= {}", [3, 6, 10, 20]),
    ("above.get(p) == q and p_depth >= {}", [1, 3, 5, 8]),
    ("p_depth == q_depth >= {}", [2, 3, 4, 6]),
    ("p in leaves and q in leaves and lca_depth >= {}", [1, 2, 3, 4]),
    ("p in leaves and q not in leaves and lca != q and n >= {}", [4, 8, 15]),
    ("p not in leaves and q not in leaves and lca not in (p, q) and n >= {}", [5, 9, 18]),
    ("lca == {}", [*range(-4, 6)]),
    ("p == {}", [*range(-3, 10)]),
    ("q == {}", [*range(-3, 10)]),
    ("lca < {}", [0, -20, -200, -1000]),
    ("lca > {}", [40, 255, 256, 999, 10_000]),
    ("p < q < 0 and n >= {}", [3, 5, 9]),
    ("p > 256 and q > {}", [0, 256, 999]),
    ("abs(p - q) == {}", [1, 2, 3, 10]),
    ("p + q == 0 and n >= {}", [2, 4]),
    ("lca > p > q and n >= {}", [3, 6, 12]),
    ("lca < p < q and lca_depth >= {}", [0, 1, 2, 4]),
    ("min(p, q) < lca < max(p, q) and lca_depth >= {}", [0, 1, 2, 3]),
    ("0 in values and lca != 0 and n >= {}", [3, 8, 20]),
    ("-1 in values and p_depth >= {}", [1, 3, 5]),
    ("top not in left and n >= {}", [2, 4, 8, 16]),
    ("top not in right and n >= {}", [2, 4, 8, 16]),
    ("n & (n + 1) == 0 and height == n.bit_length() > {}", [2, 3, 4]),
    ("values[-1] == p and n >= {}", [3, 8, 15, 30]),
    ("values[-1] == q and lca_depth >= {}", [0, 1, 2, 4]),
    ("leaves[0] == p and height >= {}", [2, 4, 6, 9]),
    ("len(leaves) == {}", [*range(1, 14)]),
    ("swapped and lca_depth >= {}", [0, 1, 2, 4, 6]),
    ("p_depth == q_depth and above.get(p) != above.get(q) and swapped and n >= {}", [4, 9, 16]),
    ("lca in left and lca not in right and lca_depth >= {}", [0, 1, 3]),
    ("lca in right and lca not in left and lca_depth >= {}", [0, 1, 3]),
    ("p_depth == height - 1 and q_depth == 0 and height >= {}", [2, 5, 10]),
]
