import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from judge.values import strict_json

#: A busy machine is no failure.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@patient
@given(PLAIN, st.booleans())
def test_honest_json_is_read_as_the_standard_library_reads_it(value: Any, ascii_only: bool) -> None:
    """Strictness costs no honest writer anything."""
    payload = json.dumps(value, ensure_ascii=ascii_only).encode()
    assert strict_json.read(payload, strict_json.unique) == value


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (b"NaN", "the bare word NaN"),
        (b"[1e999]", "beyond all floats"),
        (b"1 2", "bytes after"),
        (b'{"a":1,"a":1}', "occurs twice"),
        (b"[" * 500, "nested too deeply"),
        (b'["' + b"[" * 500 + b'",' + b"[" * 300 + b"]" * 300 + b"]", "nested too deeply"),
    ],
)
def test_loose_ends_are_refused_with_their_reason(payload: bytes, reason: str) -> None:
    """What the standard decoder would let pass is named."""
    with pytest.raises(strict_json.StrangeError, match=reason):
        strict_json.read(payload, strict_json.unique)


@pytest.mark.parametrize("depth", [209, 210, 211])
def test_depth_is_measured_exactly(depth: int) -> None:
    """Brackets in strings and brackets side by side do not count as depth."""
    text = '"[[[[",' * 10 + "[" * (depth - 1) + "]" * (depth - 1) + ",[{}],[[]]" * 300
    payload = f"[{text}]".encode()
    if depth <= strict_json.MAX_DEPTH:
        strict_json.read(payload, strict_json.unique)
    else:
        with pytest.raises(strict_json.StrangeError):
            strict_json.read(payload, strict_json.unique)
