"""The rules of `url-shortener`, one by one, and answers that want to deceive."""

from typing import Any

import pytest

from judge.problems.catalog import default_catalog
from tests.package_code import module_of

SHORTEN = ("shorten", ["u"])
FIRST: dict[str, int] = {"result": 1}


def judged(played: list[tuple[str, list[Any]]], results: Any) -> str | None:
    """Return the checker's message on these calls and their results."""
    arguments = {
        "calls": ["UrlShortener", *(name for name, _ in played)],
        "arguments": [[], *(values for _, values in played)],
    }
    checker = module_of(default_catalog().get("url-shortener"), "checker.py")
    said: str | tuple[int, str] | None = checker.check(arguments, None, results)
    return said[1] if isinstance(said, tuple) else said


@pytest.mark.parametrize("code", ["0", "z", "aB3", "abcdefg", "0000000"])
def test_any_code_of_base_62_is_right(code: str) -> None:
    """Codes are the submission's own choice."""
    assert judged([SHORTEN], [None, code]) is None


@pytest.mark.parametrize("code", ["", "abcdefgh", "a-b", "é", "a\n", "a ", "٣"])
def test_a_code_outside_base_62_is_wrong(code: str) -> None:
    """Too short, too long, or with another character."""
    message = judged([SHORTEN], [None, code])
    assert message is not None
    assert "is no code" in message


@pytest.mark.parametrize(
    "code", [None, 1, b"a", ["a"], object(), pytest.param(10**5000, id="huge")]
)
def test_a_code_is_a_text(code: Any) -> None:
    """Whatever else comes back gets a short sentence, never an exception."""
    message = judged([SHORTEN], [None, code])
    assert message is not None
    assert "a code is a str" in message


def test_the_same_url_may_get_its_old_code_an_alias_or_a_new_one() -> None:
    """All three are right."""
    played = [SHORTEN, ("alias", ["u", "mine"]), SHORTEN]
    for code in ("a", "mine", "b"):
        assert judged(played, [None, "a", True, code]) is None


def test_two_urls_never_share_a_code() -> None:
    """Nor may a code be one that an alias took."""
    assert judged([SHORTEN, ("shorten", ["v"])], [None, "a", "a"]) is not None
    assert judged([("alias", ["v", "a"]), SHORTEN], [None, True, "a"]) is not None


def test_a_code_that_was_given_out_cannot_become_an_alias() -> None:
    """Taken is taken, also for the same URL."""
    for url in ("u", "v"):
        played: list[tuple[str, list[Any]]] = [SHORTEN, ("alias", [url, FIRST])]
        assert judged(played, [None, "a", False]) is None
        assert judged(played, [None, "a", True]) is not None


def test_a_text_that_happens_to_be_a_given_code_is_known() -> None:
    """Which codes are known depends on the submission's own codes."""
    played: list[tuple[str, list[Any]]] = [SHORTEN, ("expand", ["a"])]
    assert judged(played, [None, "a", "u"]) is None
    assert judged(played, [None, "b", None]) is None
    assert judged(played, [None, "b", "u"]) is not None


def test_clicks_count_what_was_found() -> None:
    """An expand that found nothing does not count, not even if the code comes into use later."""
    played: list[tuple[str, list[Any]]] = [
        ("expand", ["a"]),
        ("alias", ["u", "a"]),
        ("expand", ["a"]),
        ("clicks", ["a"]),
    ]
    assert judged(played, [None, None, True, "u", 1]) is None
    assert judged(played, [None, None, True, "u", 2]) is not None
    assert judged(played, [None, None, True, "u", True]) is not None


@pytest.mark.parametrize("results", [None, [], [None], [None, "a", "b"], "ab", {0: None, 1: "a"}])
def test_one_result_for_each_call(results: Any) -> None:
    """An answer of another length or kind is wrong, never an exception."""
    assert judged([SHORTEN], results) is not None
