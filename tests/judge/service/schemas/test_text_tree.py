from typing import Any

import pytest

from judge.problems.catalog import default_catalog
from judge.service.schemas.text_tree import TAGS, text_tree


def elements(nodes: list[Any]) -> list[Any]:
    """Return all elements, however deep."""
    own = [node for node in nodes if not isinstance(node, str)]
    return own + [inner for node in own for inner in elements(node[2])]


@pytest.mark.parametrize(
    ("page", "tree"),
    [
        ("# A *b*", [["h1", {}, ["A ", ["em", {}, ["b"]]]]]),
        ("###### A", [["h4", {}, ["A"]]]),
        ("- a\n- b", [["ul", {}, [["li", {}, ["a"]], ["li", {}, ["b"]]]]]),
        ("- a\n\n- b", [["ul", {}, [["li", {}, [["p", {}, [x]]]] for x in "ab"]]]),
        ("```py\na < b\n```", [["pre", {}, [["code", {}, ["a < b\n"]]]]]),
        ("a `b`\nc  \nd", [["p", {}, ["a ", ["code", {}, ["b"]], "\n", "c", ["br", {}, []], "d"]]]),
        ("[a](https://b.c/d)", [["p", {}, [["a", {"href": "https://b.c/d"}, ["a"]]]]]),
        ("[a](/problems/lca)", [["p", {}, [["a", {"href": "/problems/lca"}, ["a"]]]]]),
        ("[a](ftp://b)", [["p", {}, [["a", {}, ["a"]]]]]),
        ("[a](//evil.test)", [["p", {}, [["a", {}, ["a"]]]]]),
        ("[a](/\\evil.test)", [["p", {}, [["a", {"href": "/%5Cevil.test"}, ["a"]]]]]),
        ("<b onclick=x>a</b>", [["p", {}, ["<b onclick=x>a</b>"]]]),
    ],
)
def test_a_page_is_a_tree_of_allowed_elements(page: str, tree: list[Any]) -> None:
    assert text_tree(page) == tree


@pytest.mark.parametrize(
    "page",
    [
        "[a](javascript:alert(1))",
        "![a](http://x/y.png)",
        "<script>a</script>",
        "<javascript:a>",
        "| a |\n|:-:|\n| <img src=x> |",
        "> # a\n> 1. b\n>    - ~~c~~",
    ],
)
def test_a_hostile_page_gives_allowed_elements_only(page: str) -> None:
    for tag, attributes, _ in elements(text_tree(page)):
        assert tag in TAGS
        assert attributes.keys() <= {"href"}
        assert not attributes.get("href", "").startswith("javascript")


def test_the_pages_of_all_packages_have_a_tree() -> None:
    """Each has a heading and paragraphs, and nothing that is no element."""
    catalog = default_catalog()
    for slug in catalog.slugs():
        tree = text_tree(catalog.get(slug).editorial)
        assert {"h1", "p"} <= {node[0] for node in elements(tree)} <= TAGS, slug
