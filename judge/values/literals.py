"""Write plain values as Python source: ASCII, lines of bounded length, safe for hostile values."""

from typing import Any

WIDTH = 92
#: Longer integers are written in hexadecimal, for which Python has no limit on digits.
DECIMAL_BITS = 4_000


def literal(value: Any, indent: int = 0) -> str:
    """Return an expression for the value; long lists and objects take several lines."""
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
    """Join short items on lines of bounded length."""
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
