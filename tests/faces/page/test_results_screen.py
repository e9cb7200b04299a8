"""The host's screen of results, before a server whose candidates have hostile names."""

import csv
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from judge.storage import KeepSources, NewRow, Scope, Submissions, Tokens, open_store
from judge.storage.tables import TOKEN
from judge.verdict import Verdict
from tests.faces.page.typing_people import show
from tests.judge.service.served import Served

pytestmark = pytest.mark.needs("chromium", "full")
HOSTILE = "=1+1<img src=x onerror=alert(1)>\u202e"
SHOWN = HOSTILE.replace("\u202e", "\\u202e")


@pytest.fixture(scope="module")
def candidate(server: Served) -> str:
    """Return the token of a candidate, who has a hostile name and has solved a problem."""
    database = open_store(server.environment.get("JUDGE_STORE"), server.state)
    tokens, submissions = Tokens(database), Submissions(database, keep=KeepSources.NONE)
    made, text = tokens.issue("eve", [Scope.READ, Scope.SUBMIT])
    with database.write() as connection:
        connection.execute(update(TOKEN).where(TOKEN.c.id == made.id).values(name=HOSTILE))
    for owner, problem in ((made.id, "lca"), (made.id, "two-sum"), ("gone", "lca")):
        row, _ = submissions.add(
            NewRow(owner=owner, problem=problem, language="python", source=b"")
        )
        assert submissions.start(row.id, "lease", 1) is not None
        submissions.finish(row.id, "lease", Verdict.ACCEPTED, "{}")
    database.close()
    return text


def test_the_host_reads_filters_and_saves_them(
    page: Any, server: Served, candidate: str, tmp_path: Path
) -> None:
    """A name is a text; in the file that is saved it is no formula."""
    show(page, server, "/settings")
    page.get_by_role("link", name="Results of all candidates").click()
    rows = page.locator("tbody tr")
    page.get_by_role("rowheader", name=SHOWN).first.wait_for()
    assert page.locator("main img").count() == 0
    before = rows.count()
    page.get_by_role("searchbox").fill("=1+1 two-sum")
    page.get_by_text(f"1 of {before} shown").wait_for()
    assert rows.count() == 1
    assert rows.first.locator("td").all_inner_texts()[:3] == ["two-sum", "AC", "1"]
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save all as CSV").click()
    assert saved.value.suggested_filename == "results.csv"
    saved.value.save_as(tmp_path / "results.csv")
    table = list(csv.DictReader((tmp_path / "results.csv").read_text().splitlines()))
    assert len(table) == before
    assert {row["candidate"] for row in table} >= {f"'{SHOWN}", "gone"}


def test_a_candidate_sees_neither_results_nor_a_way_there(
    page: Any, server: Served, candidate: str
) -> None:
    page.goto(f"{server.url}/login?to=/settings")
    page.get_by_label("Or use a token").fill(candidate)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_text("Signed in as").wait_for()
    assert page.get_by_role("link", name="Results").count() == 0
    page.goto(f"{server.url}/results")
    page.get_by_role("alert").wait_for()
    assert "lacks the scope 'admin'" in page.get_by_role("alert").inner_text()
    page.expected_faults = None  # the browser tells of the refusal
