"""Answers of programs: what their tags stand for, and what reading them may cost."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from judge.values.answers import Foreign, read_answer
from judge.values.replies import decode_reply


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("null", None),
        ("true", True),
        ("-0.0", -0.0),
        ('"\\ud83d\\ude00"', "\U0001f600"),
        ('"\ud800"', "\ud800"),
        ("[1,[2]]", [1, [2]]),
        ('{"t":"tuple","v":[1,{"t":"set","v":["a"]}]}', (1, {"a"})),
        ('{"t":"tuples","v":[[[1,2],[],3,[4]],[0,1]]}', [(1, 2), (), 3, [4]]),
        ('{"t":"frozenset","v":[]}', frozenset()),
        ('{"t":"dict","v":[[1,2],["a",[3]]]}', {1: 2, "a": [3]}),
        ('{"t":"int","v":"-0xff"}', -255),
        ('{"t":"float","v":"-inf"}', float("-inf")),
        ('{"t":"bytes","v":"\\u00ff"}', b"\xff"),
        ('{"t":"other","type":"map","text":"lazy"}', Foreign("map", "lazy")),
        ('"' + "[" * 100_000 + '"', "[" * 100_000),
        ('"' + '\\"[{,' * 50_000 + '"', '"[{,' * 50_000),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_what_the_runner_writes_is_read(text: str, value: Any) -> None:
    """Every tag has its value; brackets inside strings count for nothing."""
    answer = read_answer(text.encode("utf-8", "surrogatepass"))
    assert answer == value
    assert type(answer) is type(value)


MIB = 1024 * 1024
#: Made when they are used: all of them together are large.
COSTLY: dict[str, Callable[[], str]] = {
    "empty lists": lambda: "[" + "[]," * (5 * MIB) + "1]",
    "tags": lambda: "[" + '{"t":"tuple","v":[]},' * (MIB // 2) + "1]",
    "unterminated string": lambda: '"' + "a" * (15 * MIB),
    "escaped quotes": lambda: "[[" * 200 + '\\"' * (7 * MIB),
    "quotes": lambda: "[[" * 200 + '"' * (15 * MIB),
    "saw of brackets": lambda: "[" + "[[[[[[[[[[]]]]]]]]]]," * (MIB // 2) + "1]",
    "deep chains": lambda: "[" + ("[" * 205 + "]" * 205 + ",") * 15_000 + "1]",
    "colliding integers": lambda: (
        '{"t":"set","v":[' + ",".join(str(i * (2**61 - 1)) for i in range(200_000)) + "]}"
    ),
    "many colliding sets": lambda: (
        "["
        + ",".join(
            ['{"t":"set","v":[' + ",".join(str(i * (2**61 - 1)) for i in range(5_000)) + "]}"] * 60
        )
        + "]"
    ),
    "colliding tuples": lambda: (
        '{"t":"set","v":['
        + ",".join(
            '{"t":"tuple","v":['
            + "1.5," * 150
            + ",".join("-1" if i >> bit & 1 else "-2" for bit in range(14))
            + "]}"
            for i in range(9_990)
        )
        + "]}"
    ),
    "colliding nodes": lambda: (
        '{"t":"set","v":['
        + ",".join('{"t":"node","v":' * 60 + str(i * (2**61 - 1)) + "}" * 60 for i in range(9_990))
        + "]}"
    ),
    "colliding long integers": lambda: (
        '{"t":"set","v":['
        + ",".join(
            f'{{"t":"int","v":"{hex((i + 1) * (2**61 - 1) << 61 * 60)}"}}' for i in range(9_990)
        )
        + "]}"
    ),
    "long integers": lambda: "[" + ",".join(["9" * 4_299] * 3_500) + "]",
    "long float": lambda: "0." + "1" * (15 * MIB),
}


@pytest.mark.parametrize("name", COSTLY)
def test_no_answer_within_the_cap_costs_the_judge_dearly(name: str) -> None:
    """Sixteen hostile megabytes are read or refused within seconds, on any machine."""
    payload = b'{"ok":%b}' % COSTLY[name]().encode()
    assert len(payload) <= 17 * MIB
    started = time.process_time()
    decode_reply(payload)
    assert time.process_time() - started < 20
