"""Tokens are read in the sandbox, of whatever text."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.alike import Tokenizer
from judge.settings import Settings

pytestmark = pytest.mark.needs("full")


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tokenizer]:
    folder: Path = tmp_path_factory.mktemp("cache")
    with Tokenizer(
        Settings.from_environment({**os.environ, "JUDGE_CACHE_DIR": str(folder)})
    ) as one:
        yield one


def test_names_comments_and_docstrings_do_not_count(tokenizer: Tokenizer) -> None:
    """Nor do blank lines, numbers, and what the texts say; the shape of the program does."""
    plain = b"def f(nums):\n    total = 0\n    return total + len(nums)\n"
    dressed = (
        b'"""Mine."""\n\n# a note\ndef better_name(values):\n    """Add."""\n\n'
        b"    s = 17  # zero\n    return s + count(values)\n"
    )
    assert tokenizer.tokens(plain) == tokenizer.tokens(dressed)
    assert tokenizer.tokens(plain) != tokenizer.tokens(plain.replace(b"+", b"-"))


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"\xff\xfe\x00",
        b"def f(:\n   'open",
        b"if 1:\n        a\n    b\n",
        b"(" * 60_000,
        b"\x00" * 100,
        b"\\" * 5_000,
        "\N{GREEK SMALL LETTER ALPHA}\u202e = '\ud800'".encode("utf-8", "surrogatepass"),
    ],
)
def test_odd_texts_are_read_as_far_as_they_go(tokenizer: Tokenizer, source: bytes) -> None:
    """None ends the command, and the next program is read as ever."""
    assert isinstance(tokenizer.tokens(source), list)
    assert tokenizer.tokens(b"a = 1\n") == ["name", "=", "0", "line"]
