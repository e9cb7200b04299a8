"""Plain values as Python source: ASCII, on lines of bounded length, safe whatever they hold."""

from typing import Any

WIDTH = 92
#: Longer integers are written in hexadecimal, which no interpreter limits.
DECIMAL_BITS = 4_000


def literal(value: Any, indent: int = 0) -> str:
    """Return source that gives the value; long lists and objects take several lines."""
    text = _flat(value)
    if len(text) + indent <= WIDTH or not isinstance(value, list | tuple | dict) or not value:
        return text
    pad = " " * (indent + 4)
    if isinstance(value, dict):
        items = [f"{_flat(key)}: {literal(item, indent + 4)}" for key, item in value.items()]
        lines = [f"{pad}{item}," for item in items]
    else:
        lines = _filled([literal(item, indent + 4) for item in value], pad)
    brackets = {dict: "{}", list: "[]", tuple: "()"}[type(value)]
    return "\n".join([brackets[0], *lines, " " * indent + brackets[1]])


def _filled(items: list[str], pad: str) -> list[str]:
    """Put short items side by side."""
    lines = [pad]
    for item in items:
        if lines[-1] != pad and len(lines[-1]) + len(item) + 2 > WIDTH:
            lines.append(pad)
        lines[-1] += f"{item}," if lines[-1] == pad else f" {item},"
    return lines


def _flat(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_flat, value))}]"
    if isinstance(value, tuple):
        return f"({', '.join(map(_flat, value))}{',' if len(value) == 1 else ''})"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flat(k)}: {_flat(v)}" for k, v in value.items()) + "}"
    if type(value) is int and value.bit_length() > DECIMAL_BITS:
        return hex(value)
    return ascii(value)
