"""No token holds a resource alone."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest

from judge.service.access.shares import Lines, ShareError, Shares, UnavailableError
from judge.storage.queue import LOCAL_OWNER
from judge.submission import Submission
from tests.judge.service.apps import BEARER, SERVICE, SOURCE, listening
from tests.judge.service.slow_judge import SlowJudge
from tests.judge.service.test_promises import bearer

#: What a run or a submission of the greedy one takes; far more than any of the other's.
GREEDY_SECONDS = 3.0
#: Below this nothing is called slow, on however busy a machine.
LEAST_SECONDS = 1.5
ASKED = 12


def test_one_token_has_a_quarter_and_the_others_theirs() -> None:
    """Its share is full while there is room for all the others."""
    shares = Shares("runs", room=8)
    for _ in range(2):
        shares.check("ann")
        shares.add("ann")
    with pytest.raises(ShareError, match="2 runs at once"):
        shares.check("ann")
    shares.check("bob")
    shares.give_back("ann")
    shares.check("ann")


def test_all_tokens_together_have_the_room_and_the_local_owner_as_much_again() -> None:
    """Guests never fill what the host's own person uses, nor the other way round."""
    shares = Shares("runs", room=8)
    for number in range(8):
        shares.check(str(number))
        shares.add(str(number))
    with pytest.raises(UnavailableError):
        shares.check("one more")
    for _ in range(8):
        shares.check(LOCAL_OWNER)
        shares.add(LOCAL_OWNER)
    with pytest.raises(UnavailableError):
        shares.check(LOCAL_OWNER)
    shares.give_back("7")
    shares.check("one more")


def test_a_share_that_a_host_sets_is_never_all_there_is() -> None:
    """However it is set, another token finds room beside the one that holds most."""
    shares = Shares("submissions", room=8, each=64)
    for _ in range(4):
        shares.check("ann")
        shares.add("ann")
    with pytest.raises(ShareError):
        shares.check("ann")
    shares.check("bob")


def taken(lines: Lines[str]) -> Iterator[str]:
    while (item := lines.take(lambda _owner: True)) is not None:
        yield item


def test_lines_are_served_in_turn_and_the_local_owners_first() -> None:
    """Whoever queues up a hundred waits behind each one's first."""
    lines: Lines[str] = Lines()
    for owner, count in (("ann", 3), ("bob", 2), (LOCAL_OWNER, 2)):
        for number in range(count):
            lines.put(owner, f"{owner}{number}")
    found = list(taken(lines))
    assert found == ["local0", "local1", "ann0", "bob0", "ann1", "bob1", "ann2"]


def test_an_owner_who_may_not_be_served_now_keeps_its_place() -> None:
    """Others pass it, and what is dropped is never served."""
    lines: Lines[str] = Lines()
    for item in ("ann0", "ann1", "ann2", "bob0"):
        lines.put(item[:3], item)
    assert lines.take(lambda owner: owner != "ann") == "bob0"
    assert lines.drop("ann", "ann0")
    assert not lines.drop("ann", "ann0")
    assert not lines.drop("bob", "bob0")
    assert list(taken(lines)) == ["ann1", "ann2"]


class SlowForOne(SlowJudge):
    """Takes long for whatever names itself greedy until `over`, and never long for the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.over = threading.Event()

    def before(self, submission: Submission) -> None:
        if b"greedy" in submission.source:
            self.over.wait(GREEDY_SECONDS)


class Client:
    """One token's holder."""

    def __init__(self, url: str, headers: dict[str, str], source: str) -> None:
        self.authority = url.removeprefix("http://")
        self.headers = {**headers, "Content-Type": "application/json"}
        self.body = json.dumps({**SOURCE, "source": source}).encode()

    def ask(self, method: str, path: str, body: bytes | None = None) -> tuple[int, bytes]:
        """Return status and body of an answer; of a stream the first line."""
        with closing(HTTPConnection(self.authority, timeout=60)) as connection:
            connection.request(method, path, body, self.headers)
            answer = connection.getresponse()
            stream = path.endswith("/events") and answer.status == 200
            return answer.status, answer.readline() if stream else answer.read()

    def hold(self, method: str, path: str, length: int = 0) -> socket.socket:
        """Open a connection that never sends its body, or never reads its answer to the end."""
        host, _, port = self.authority.partition(":")
        connection = socket.create_connection((host, int(port)), timeout=60)
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self.authority}"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        lines += [f"Content-Length: {length}"] if length else []
        connection.sendall("\r\n".join([*lines, "", "{" if length else ""]).encode())
        return connection

    def uses(self) -> dict[str, Callable[[], tuple[int, bytes]]]:
        """Return what a person does with a server, by name."""
        status, text = self.ask("POST", "/v1/submissions?wait=true", self.body)
        assert status == 200, text
        place = f"/v1/submissions/{json.loads(text)['id']}"
        return {
            "run": lambda: self.ask("POST", "/v1/runs", self.body),
            "submit": lambda: self.ask("POST", "/v1/submissions?wait=true", self.body),
            "read": lambda: self.ask("GET", place),
            "follow": lambda: self.ask("GET", f"{place}/events"),
        }


def slowest_twentieth(use: Callable[[], tuple[int, bytes]]) -> float:
    """Return the 95th percentile of the seconds that a use takes; each must succeed."""
    seconds = []
    for _ in range(ASKED):
        began = time.monotonic()
        status, text = use()
        seconds.append(time.monotonic() - began)
        assert status == 200, text
    return sorted(seconds)[round(0.95 * ASKED) - 1]


@contextmanager
def worst(greedy: Client, over: threading.Event) -> Iterator[set[int]]:
    """Do the worst that one token can, all at once, until `over`; yield the statuses it gets."""
    seen: set[int] = set()

    def again_and_again(path: str) -> None:
        while not over.wait(0.1):
            try:
                seen.add(greedy.ask("POST", path, greedy.body)[0])
            except (OSError, HTTPException):
                return

    paths = ["/v1/runs", "/v1/submissions", "/v1/submissions?wait=true"] * 6
    threads = [threading.Thread(target=again_and_again, args=(path,)) for path in paths]
    with ExitStack() as held:
        status, text = greedy.ask("POST", "/v1/submissions", greedy.body)
        assert status == 202, text
        events = f"/v1/submissions/{json.loads(text)['id']}/events"
        for thread in threads:
            thread.start()
        for _ in range(12):  # more would be refused, and its own runs with them
            held.enter_context(greedy.hold("POST", "/v1/runs", length=1_000_000))
        for _ in range(300):
            held.enter_context(greedy.hold("GET", events))
        try:
            yield seen
        finally:
            over.set()
            for thread in threads:
                thread.join()


@pytest.mark.alone
def test_one_token_at_its_worst_is_hardly_felt_by_another(tmp_path: Path) -> None:
    """Runs, submissions, streams and bodies that never come, all at once and without an end.

    Each of the others' requests succeeds, and their slow ones do not take three times as long.
    """
    service = replace(SERVICE, workers=2, rate_per_minute=100_000)
    ann, bob = bearer(tmp_path, "ann"), bearer(tmp_path, "bob")
    fake = SlowForOne()
    with listening(tmp_path, fake, service=service) as url:
        greedy, other, local = (
            Client(url, headers, source)
            for headers, source in ((ann, "greedy"), (bob, "modest"), (BEARER, "modest"))
        )
        uses = {
            (who, name): use
            for who, client in (("other", other), ("local", local))
            for name, use in client.uses().items()
        }
        idle = {name: slowest_twentieth(use) for name, use in uses.items()}
        with worst(greedy, fake.over) as seen:
            busy = {name: slowest_twentieth(use) for name, use in uses.items()}
        assert {200, 429} <= seen, "it was not its worst"
    for name, seconds in busy.items():
        assert seconds <= max(3 * idle[name], LEAST_SECONDS), (name, idle, busy)
