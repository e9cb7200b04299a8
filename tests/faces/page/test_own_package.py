"""The page with a package of one's own that nobody trusts: its texts are texts, its code judges."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.faces.page.signing_in import sign_in
from tests.faces.page.typing_people import EDITOR, open_problem, type_text
from tests.judge.service.served import Served, environment_of
from tests.packages import largest

pytestmark = pytest.mark.needs("chromium", "full")

MARKUP = "<img src=x onerror=\"document.title='taken'\">"
TITLE = "<img src=x onerror=alert(1)>"
STATEMENT = f"""# Largest

{MARKUP} <script>document.title = 'taken'</script>

[a link](javascript:document.title='taken') ![a picture](https://elsewhere.test/x.png)

## Follow-ups

- {MARKUP}
"""
CHECKER = f"""
def check(arguments, expected, actual):
    if actual == -200:
        raise KeyError
    return None if actual == expected else {f"{MARKUP} is not the largest"!r}
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("own")
    problem = largest(
        folder / "mine",
        title="Hostile",
        checker="custom",
        hints=[f"hint {MARKUP}"],
        tags=[MARKUP],
        files={
            "checker.py": CHECKER,
            "statement.md": STATEMENT,
            "editorial.md": f"# Largest\n\n{MARKUP}\n\n## Follow-ups\n\n- *no:* {MARKUP}\n",
        },
    )
    manifest = problem.folder / "problem.toml"
    manifest.write_text(manifest.read_text().replace('"Hostile"', f"'{TITLE}'"))
    served = Served(
        environment_of(
            JUDGE_PROBLEMS=str(folder / "mine"),
            JUDGE_STATE_DIR=str(folder / "state"),
            JUDGE_CACHE_DIR=str(folder / "cache"),
            JUDGE_TIMING="off",
            JUDGE_SEARCH_EXAMPLES="5",
            JUDGE_WORKERS="1",
        )
    )
    yield served
    served.stop()


@pytest.fixture(autouse=True)
def guards(context: Any) -> None:
    context.set_default_timeout(120_000)  # milliseconds; for a busy host


def verdict_of(page: Any, source: str, code: str) -> str:
    """Submit a text; return what is shown of its verdict, once it is this one."""
    type_text(page, source)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(f".result[data-verdict={code}]")
    return str(page.inner_text(".result"))


def test_it_is_listed_read_and_solved_like_any_other(page: Any, server: Served) -> None:
    """And nothing that it says becomes an element, a script or a request."""
    sign_in(page, server)
    link = page.locator("a[href='/problems/hostile']")
    assert link.inner_text() == TITLE
    link.click()
    page.wait_for_selector(EDITOR)
    assert page.inner_text("h1") == TITLE
    assert MARKUP in page.inner_text("article")
    assert page.locator("article a[href^=javascript]").count() == 0
    said = verdict_of(page, "def largest(nums): return max(nums[:3])\n", "WA")
    assert f"{MARKUP} is not the largest" in said
    verdict_of(page, "def largest(nums): return max(nums)\n", "AC")
    assert page.locator("main img, main script").count() == 0
    assert "taken" not in page.title()


@pytest.mark.slow
def test_its_fault_is_shown_with_file_and_line(page: Any, server: Served) -> None:
    """And is called the judge's, not the submission's."""
    open_problem(page, server, "hostile")
    said = verdict_of(page, "def largest(nums): return -200\n", "IE")
    assert "checker.py: check: it raises KeyError at line 4" in said
    assert "not the submission" in said
