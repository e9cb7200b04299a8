"""What editors rely on: a file's path in place of its problem, texts for people, kept sources."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from judge.notes import ExceptionInfo
from judge.problems.catalog import load_problem
from judge.reports.report import Failure, Report, VerdictKnown
from judge.service.presentation.report_text import plain_report, wants_text
from judge.service.settings import Hidden
from judge.storage.records import KeepSources
from judge.storage.tokens import Scope, Tokens
from judge.submission import Submission
from judge.testing import FakeJudge, accepted
from judge.verdict import Verdict
from tests.judge.service.apps import SERVICE, SOURCE, client_of, store
from tests.waiting import until

TEXT = {"Accept": "text/plain"}
WAIT = {"Prefer": "wait=20"}


def judged(client: TestClient, **body: Any) -> dict[str, Any]:
    """Return the answer to a submission that was waited for."""
    answer = client.post("/v1/submissions", json={**SOURCE, **body}, headers=WAIT)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def wrong(**changes: Any) -> Report:
    """Return the report of a wrong answer on a sample."""
    failure = Failure(
        group="sample",
        arguments={"root": [1, 2, 3], "p": 2, "q": 3},
        expected=1,
        actual=3,
        message="expected 1, got 3",
        minimal=True,
        flags=[Verdict.WRONG_ANSWER],
        hidden=False,
    )
    plain = accepted(Submission(SOURCE["source"].encode(), "lca.py"), load_problem("lca"))
    verdict = Verdict.WRONG_ANSWER
    return replace(plain, verdict=verdict, summary="wrong", failure=failure, **changes)


@pytest.mark.parametrize(
    ("path", "source", "by"),
    [
        ("rounds/lca.py", "pass", "name"),
        ("C:\\rounds\\lca\\solution.py", "pass", "folder"),
        ("x.py", "# judge: lca\n", "comment"),
        ("x.py", "# @lc app=leetcode id=236 lang=python3\n", "leetcode"),
    ],
)
def test_a_path_tells_the_problem(open_client: TestClient, path: str, source: str, by: str) -> None:
    """For a submission, a run and a question alike."""
    body = {"path": path, "source": source}
    taken = open_client.post("/v1/submissions", json=body).json()
    run = open_client.post("/v1/runs", json=body).json()
    found = open_client.post("/v1/problems/find", json={"path": path, "head": source}).json()
    for answer in (taken, run, found):
        assert (answer["problem"], answer["found_by"]) == ("lca", by)


def test_a_problem_that_is_named_counts_before_the_path(open_client: TestClient) -> None:
    """And nothing was found by anything."""
    answer = judged(open_client, path="kth_largest.py")
    assert (answer["problem"], answer["found_by"]) == ("lca", None)


def test_a_path_that_tells_no_problem_is_told_the_nearest(open_client: TestClient) -> None:
    """In words, and as slugs for a menu."""
    unknown = [("a/lca2.py", ""), ("a.py", "# judge: lcaa")]
    for body in ({"path": path, "source": source} for path, source in unknown):
        for route in ("/v1/submissions", "/v1/runs"):
            refused = open_client.post(route, json=body)
            assert (refused.status_code, refused.json()["near"]) == (422, ["lca"])
        asked = {"path": body["path"], "head": body["source"]}
        lost = open_client.post("/v1/problems/find", json=asked)
        assert (lost.status_code, lost.json()["near"]) == (404, ["lca"])
        assert lost.json()["detail"] == refused.json()["detail"]


def test_a_source_without_problem_and_path_is_refused(client: TestClient) -> None:
    """The message says what is wanted."""
    refused = client.post("/v1/submissions", json={"source": ""})
    assert refused.status_code == 422
    assert "the path of the file" in refused.text


@pytest.mark.parametrize(
    "path", ["\ud800.py", "a\0b/lca.py", "/" * 4_096, "ünï/lca.py", "..", "lca.py" * 60]
)
def test_any_path_gets_an_answer(open_client: TestClient, path: str) -> None:
    """Also with what no file name holds."""
    body = json.dumps({"path": path, "source": "# judge: lca"}).encode("ascii")
    headers = {"Content-Type": "application/json", **WAIT}
    taken = open_client.post("/v1/submissions", content=body, headers=headers)
    assert taken.status_code == 200
    text = open_client.get(taken.headers["location"], headers=TEXT)
    assert text.text.startswith("AC accepted")


def test_the_local_owner_says_whether_it_is_timed(client: TestClient, fake: FakeJudge) -> None:
    """The server's own setting counts where nothing is said."""
    for timing in (True, False, None):
        judged(client, timing=timing)
    assert [one.timing for one in fake.settings] == [True, False, False]


def test_others_may_not_say_whether_it_is_timed(tmp_path: Path, client: TestClient) -> None:
    """It takes a core for seconds."""
    database = store(tmp_path)
    _, secret = Tokens(database).issue("ann", [Scope.READ, Scope.SUBMIT])
    database.close()
    other = {"Authorization": f"Bearer {secret}"}
    for timing in (True, False):
        body = {**SOURCE, "timing": timing}
        assert client.post("/v1/submissions", json=body, headers=other).status_code == 403
    unsaid = {**SOURCE, **dict.fromkeys(["timing"])}
    assert client.post("/v1/submissions", json=unsaid, headers=other).status_code == 202


def test_a_report_comes_as_the_terminals_page(tmp_path: Path) -> None:
    """Drawn, folded at the width that is asked for, without colours, in ASCII where wanted."""
    long = wrong(stdout="words " * 60)
    with client_of(tmp_path, FakeJudge(long)) as client:
        place = f"/v1/submissions/{judged(client, path='ünï/lca_2.py')['id']}"
        pages = {}
        for query in ("", "?width=40", "?width=200", "?ascii=true"):
            answer = client.get(place + query, headers=TEXT)
            assert answer.headers["content-type"] == "text/plain; charset=utf-8"
            pages[query] = answer.text
    assert pages[""].startswith("WA wrong answer   lca, lca_2.py\n")
    assert "\x1b" not in "".join(pages.values())
    assert "judge run lca lca_2.py --input" in pages[""]
    for query, width in (("", 80), ("?width=40", 40), ("?width=200", 200)):
        lines = [line for line in pages[query].split("\n") if "judge re" not in line]
        printed = max(len(line.rstrip()) for line in lines if "words" in line)
        assert width - 12 < printed <= width
    assert not pages[""].isascii()
    assert pages["?ascii=true"].isascii()


def test_hostile_text_is_escaped_in_a_text(tmp_path: Path) -> None:
    """In prints, messages and the file's name."""
    evil = "\x1b]0;x\x07\u202e\ud800"
    report = wrong(stdout=evil)
    failure = replace(report.failure, message=evil, message_by="checker", stdout=evil)  # type: ignore[type-var]  # it has one
    with client_of(tmp_path, FakeJudge(replace(report, failure=failure))) as client:
        id_ = judged(client, problem="lca", path="\x1b[31m.py")["id"]
        text = client.get(f"/v1/submissions/{id_}", headers=TEXT).text
    assert not set(text) & set(evil[0] + evil[-3:])
    assert text.replace("\n", "").isprintable()
    assert "\\x1b[31m.py" in text


def test_text_says_where_a_submission_is_that_is_not_judged(
    client: TestClient, fake: FakeJudge
) -> None:
    """One line, and whether to come back."""
    fake.gate.clear()
    first, second = (client.post("/v1/submissions", json=SOURCE).headers["location"] for _ in "ab")
    until(lambda: client.get(first).json()["status"] == "running")
    running = client.get(first, headers=TEXT)
    assert (running.text, running.headers["retry-after"]) == ("lca is being judged\n", "1")
    assert client.get(second, headers=TEXT).text == "lca waits to be judged\n"
    client.delete(second)
    assert client.get(second, headers=TEXT).text == "lca was cancelled\n"


@pytest.mark.parametrize(
    ("accept", "text"),
    [
        ("text/plain", True),
        ("TEXT/Plain; charset=utf-8", True),
        ("text/*", True),
        ("text/plain, */*;q=0.1", True),
        ("text/plain, application/json;q=0.9", True),
        ("text/plain;q=0.5, application/json", False),
        ("text/plain;q=0", False),
        ("text/plain;q=x", False),
        ("application/json", False),
        ("*/*", False),
        ("text/html", False),
        ("", False),
    ],
)
def test_what_is_accepted_is_read_as_the_standard_has_it(accept: str, text: bool) -> None:
    """JSON is what comes unless text is wished for."""
    assert wants_text(accept) is text


@given(st.text(max_size=3_000))
def test_any_accept_header_is_read(accept: str) -> None:
    """Quickly, without an error."""
    wants_text(accept)


@pytest.mark.parametrize("query", ["?width=39", "?width=201", "?width=x", "?ascii=2", "?widht=80"])
def test_a_width_that_no_page_has_is_refused(open_client: TestClient, query: str) -> None:
    """As every parameter that is not as described."""
    id_ = judged(open_client)["id"]
    assert open_client.get(f"/v1/submissions/{id_}{query}", headers=TEXT).status_code == 422


def test_a_submission_can_be_waited_for_later(client: TestClient, fake: FakeJudge) -> None:
    """By who cannot read a stream, or was cut off."""
    fake.gate.clear()
    place = client.post("/v1/submissions", json=SOURCE).headers["location"]
    early = client.get(place, headers={"Prefer": "wait=0"})
    assert (early.json()["report"], early.headers["preference-applied"]) == (None, "wait=0")
    fake.gate.set()
    assert client.get(place, headers=WAIT).json()["report"]["verdict"] == "AC"


@pytest.mark.parametrize(
    ("keep", "local", "other"),
    [
        (KeepSources.LOCAL, 200, 404),
        (KeepSources.ALL, 200, 200),
        (KeepSources.NONE, 404, 404),
    ],
)
def test_sources_are_kept_as_the_host_says(
    tmp_path: Path, keep: KeepSources, local: int, other: int
) -> None:
    """Byte for byte, also of what was cancelled; another's is not even there."""
    source = "x = '\udcff\ud800'\r\n"
    database = store(tmp_path)
    _, secret = Tokens(database).issue("ann", [Scope.READ, Scope.SUBMIT])
    database.close()
    ann, fake = {"Authorization": f"Bearer {secret}"}, FakeJudge()
    with client_of(tmp_path, fake, service=replace(SERVICE, keep_sources=keep)) as client:
        body = json.dumps({"problem": "lca", "source": source}).encode()
        for headers, status in (({}, local), (ann, other)):
            sent = {"Content-Type": "application/json", **headers}
            done = client.post("/v1/submissions", content=body, headers=sent | WAIT)
            fake.gate.clear()
            given_up = client.post("/v1/submissions", content=body, headers=sent)
            assert client.get(f"{given_up.headers['location']}/source", headers=headers).is_success
            client.delete(given_up.headers["location"], headers=headers)
            fake.gate.set()
            for one in (done, given_up):
                answer = client.get(f"{one.headers['location']}/source", headers=headers)
                assert answer.status_code == status
                if answer.is_success:
                    again = client.post(
                        "/v1/submissions",
                        content=json.dumps({"problem": "lca", **answer.json()}).encode(),
                        headers=sent | WAIT,
                    )
                    assert (
                        again.json()["report"]["submission"]
                        == (done.json()["report"]["submission"])
                    )
        mine = done.headers["location"]
        assert client.get(f"{mine}/source").status_code == 404, "it is another's"


def test_an_empty_source_is_kept_too(client: TestClient) -> None:
    """Nothing is what was handed in."""
    place = f"/v1/submissions/{judged(client, source='')['id']}/source"
    assert client.get(place).json() == {"source": "", "language": "python"}


def events_of(client: TestClient, place: str) -> list[tuple[str, Any]]:
    """Return what a stream tells, to its end."""
    names, data = [], []
    with client.stream("GET", f"{place}/events") as stream:
        for line in stream.iter_lines():
            if line.startswith("event: "):
                names.append(line.removeprefix("event: "))
            if line.startswith("data: "):
                data.append(json.loads(line.removeprefix("data: ")))
    return list(zip(names, data, strict=True))


@pytest.mark.parametrize("hidden", Hidden)
def test_a_verdict_is_told_before_its_timing(tmp_path: Path, hidden: Hidden) -> None:
    """With a first report, unless the host shows verdicts alone: its moment would tell something.

    A reader that comes while it is timed is told too.
    """
    first = replace(
        accepted(Submission(b"pass", "lca.py"), load_problem("lca")), stdout="mine", extras={"x": 1}
    )
    fake = FakeJudge(first, [VerdictKnown(first)])
    fake.gate.clear()
    with client_of(tmp_path, fake, service=replace(SERVICE, hidden=hidden)) as client:
        place = client.post("/v1/submissions", json=SOURCE).headers["location"]
        until(lambda: client.get(place).json()["status"] == "running")
        until(lambda: bool(fake.settings))
        client.portal.call(_pause)  # type: ignore[union-attr]  # the client is open
        with client.stream("GET", f"{place}/events") as stream:
            seen = []
            for line in stream.iter_lines():
                seen.append(line)
                if "case" in line or "started" in line:
                    fake.gate.set()
    known = [json.loads(seen[at + 1][6:]) for at, one in enumerate(seen) if one == "event: known"]
    if hidden is Hidden.VERDICT:
        assert not known
        return
    [state] = known
    assert (state["status"], state["report"]["verdict"]) == ("running", "AC")
    last = json.loads([line for line in seen if line.startswith("data: ")][-1][6:])
    assert state == {**last, "status": "running"}


async def _pause() -> None:
    """Let the messages of workers come in."""


def test_who_waits_is_told_how_many_are_ahead(client: TestClient, fake: FakeJudge) -> None:
    """Once, when the stream begins."""
    fake.gate.clear()
    places = [client.post("/v1/submissions", json=SOURCE).headers["location"] for _ in "abc"]
    until(lambda: client.get(places[0]).json()["status"] == "running")
    with client.stream("GET", f"{places[2]}/events") as stream:
        lines = []
        for line in stream.iter_lines():
            lines.append(line)
            fake.gate.set()
    queued = json.loads(lines[lines.index("event: queued") + 1].removeprefix("data: "))
    assert queued["ahead"] == 1


@pytest.mark.parametrize("slug", ["lca", "lru-cache"])
def test_a_problem_says_what_a_submission_must_define(open_client: TestClient, slug: str) -> None:
    """Names, parameters and how their values stand in JSON; LeetCode's number."""
    view = open_client.get(f"/v1/problems/{slug}").json()
    problem = load_problem(slug)
    interface = view["interface"]
    assert interface["names"] == list(problem.interface.names)
    shapes = [(one["name"], one["shape"]) for one in interface["parameters"]]
    assert shapes == [(one.name, one.shape) for one in problem.interface.parameters]
    methods = [one["name"] for one in interface["methods"]]
    assert methods == [one.name for one in problem.interface.methods]
    assert view["leetcode"] == problem.leetcode
    assert "own" not in interface


@pytest.mark.needs("full")
def test_a_counterexample_comes_as_a_test_that_fails(tmp_path: Path) -> None:
    """Beside the file that it names, run by pytest, without the judge."""
    source = "def lowest_common_ancestor(root, p, q):\n    return q\n"
    with client_of(tmp_path, FakeJudge(wrong())) as client:
        place = f"/v1/submissions/{judged(client, source=source, path='lca_2.py')['id']}/pytest"
        own, named = (client.get(place + query).text for query in ("", "?file=my%20own.py"))
        assert client.head(place).status_code == 200
        for bad in ("?file=", "?file=..%2Fx.py", "?file=a%00b", "?flie=x"):
            assert client.get(place + bad).status_code == 422
    assert "lca_2.py" in own
    folder = tmp_path / "dir with spaces"
    folder.mkdir()
    (folder / "my own.py").write_text(source)
    (folder / "lca_counterexample_test.py").write_text(named)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull]
    ran = subprocess.run([*command, "."], cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode == pytest.ExitCode.TESTS_FAILED
    assert "AssertionError" in ran.stdout


def test_where_there_is_no_counterexample_there_is_no_test(client: TestClient) -> None:
    """The answer says why."""
    refused = client.get(f"/v1/submissions/{judged(client)['id']}/pytest")
    assert refused.status_code == 409
    assert "it is accepted" in refused.json()["detail"]


def test_a_submission_that_is_not_judged_has_no_test_yet(
    client: TestClient, fake: FakeJudge
) -> None:
    """Likewise."""
    fake.gate.clear()
    place = client.post("/v1/submissions", json=SOURCE).headers["location"]
    assert client.get(f"{place}/pytest").status_code == 409


def test_a_mark_stands_where_the_report_blames_a_line_else_at_the_entry(tmp_path: Path) -> None:
    """With the words of `--format=line`, which clients cannot make from numbers that they read."""
    source = "import re\n\nclass Solution:\n    def lowestCommonAncestor(self, root, p, q): ..."
    fake = FakeJudge(wrong())
    with client_of(tmp_path, fake) as client:
        mark = judged(client, source=source)["mark"]
    assert mark["line"] == 4
    assert mark["message"] == "wrong"  # its failure is not what it concludes


def test_a_mark_has_the_failing_input(tmp_path: Path) -> None:
    """And the line of the exception, where there was one."""
    report = replace(wrong(), summary="wrong answer on a sample case: expected 1, got 3")
    assert report.failure is not None
    raised = ExceptionInfo(type="KeyError", message="1", line=2, traceback="")
    blamed = replace(report, failure=replace(report.failure, exception=raised))
    for one, line in ((report, 1), (blamed, 2)):
        folder = tmp_path / str(line)
        folder.mkdir()
        with client_of(folder, FakeJudge(one)) as client:
            mark = judged(client)["mark"]
        assert mark["line"] == line
        assert mark["message"] == (
            "wrong answer: root = [1, 2, 3], p = 2, q = 3: expected 1, got 3"
        )


def test_what_is_accepted_has_no_mark(client: TestClient) -> None:
    """There is no line to blame."""
    assert judged(client)["mark"] is None


def test_several_inputs_are_played_in_turn(client: TestClient) -> None:
    """At most sixteen, each checked before any is played."""
    inputs = [{"root": [1, 2], "p": 1, "q": 2}, {"root": [3, 4], "p": 3, "q": 4}]
    body = {"path": "lca.py", "source": "pass"}
    answer = client.post("/v1/runs", json={**body, "inputs": inputs})
    assert answer.status_code == 200, answer.text
    assert len(answer.json()["cases"]) == 2
    refused: list[Any] = [[], [{}], inputs * 9, [inputs]]
    for some in refused:
        assert client.post("/v1/runs", json={**body, "inputs": some}).status_code == 422


def test_a_run_comes_as_the_terminals_page(tmp_path: Path) -> None:
    """For clients that draw nothing themselves."""
    with client_of(tmp_path, FakeJudge()) as client:
        body = {"path": "lca.py", "source": "pass"}
        answer = client.post("/v1/runs?width=60", json=body, headers=TEXT)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain")
    assert "AC accepted" in answer.text
    assert max(map(len, answer.text.splitlines())) <= 60


def test_a_plain_report_in_ascii_keeps_its_lines() -> None:
    """A service that no front-end has started writes them by itself."""
    told = replace(wrong(), summary="größer")
    words = plain_report(told, None, Submission(b"", "a.py"), 80, ascii_only=True)
    assert words.endswith("gr\\xf6\\xdfer\n")
