"""`judge open`: the address that signs in, and the browser that gets it."""

import json
import re
import webbrowser
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import ProxyHandler, Request, build_opener

import pytest
from click.testing import CliRunner, Result

from judge import service
from judge.cli.main import commands
from judge.cli.setup import Setup
from judge.client.server_file import RunningServer
from judge.service.process.detached import Ensured
from judge.testing import FakeJudge
from tests.judge.service.apps import TOKEN, listening

_OPENER = build_opener(ProxyHandler({}))


@dataclass
class Browser:
    """Keeps what it is told to open."""

    name: str = "firefox"
    opened: list[str] = field(default_factory=list)

    def open(self, address: str) -> bool:
        self.opened.append(address)
        return True


@dataclass
class Opening:
    """The command on a server that runs."""

    url: str
    state: Path
    more: dict[str, str] = field(default_factory=dict)

    def run(self, *arguments: str) -> Result:
        environment = {"JUDGE_STATE_DIR": str(self.state), "JUDGE_HISTORY": "off", **self.more}
        setup = Setup(environment=environment)
        return CliRunner().invoke(commands, ["open", *arguments], obj=setup)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    folder = tmp_path_factory.mktemp("service")
    with listening(folder, FakeJudge()) as url:
        (folder / "state" / "token").write_text(TOKEN + "\n")
        yield url, folder / "state"


@pytest.fixture
def opening(server: tuple[str, Path], monkeypatch: pytest.MonkeyPatch) -> Opening:
    url, state = server
    found = Ensured(RunningServer(url, 1, "0.1.0", "now"), started=False)
    monkeypatch.setattr(service, "ensure_server", lambda *_: found)
    return Opening(url, state)


def log_in(url: str, code: str) -> int:
    body = json.dumps({"code": code}).encode()
    headers = {"Origin": url, "Content-Type": "application/json"}
    request = Request(f"{url}/login", body, headers)  # noqa: S310 - loopback
    with _OPENER.open(request, timeout=30) as answer:
        return int(answer.status)


def test_the_address_that_is_printed_signs_in_at_the_problem(opening: Opening) -> None:
    """Where there is no browser with windows, the one line on standard output is the address."""
    result = opening.run("lca")
    assert result.exit_code == 0, result.stderr
    pattern = rf"{re.escape(opening.url)}/login\?to=/problems/lca#code=([A-Za-z0-9_-]{{32}})\n"
    found = re.fullmatch(pattern, result.stdout)
    assert found is not None, result.stdout
    assert log_in(opening.url, found[1]) == 200


def test_without_a_problem_it_leads_to_the_list(opening: Opening) -> None:
    result = opening.run("--json")
    document = json.loads(result.stdout)
    assert re.fullmatch(rf"{re.escape(opening.url)}/login#code=[^?&]+", document["url"])
    assert document["expires_in"] == 60


def test_a_browser_with_windows_is_opened(
    opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what is printed then has no code, which a terminal may keep."""
    browser = Browser()
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    opening.more = {"DISPLAY": ":0"}
    result = opening.run("two_sum_does_not_matter_file_names_are_taken".replace("_", "-"))
    assert result.exit_code == 2, "the nearest problems are named"
    result = opening.run("lru_cache")
    assert result.stdout == f"opened {opening.url}/problems/lru-cache\n"
    assert re.search(r"/login\?to=/problems/lru-cache#code=", browser.opened[0])
    assert opening.run("--print").stdout.count("#code=") == 1
    assert len(browser.opened) == 1


@pytest.mark.parametrize("name", ["lynx", "/usr/bin/w3m", "www-browser"])
def test_a_browser_of_the_terminal_is_not(
    opening: Opening, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    browser = Browser(name)
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    opening.more = {"DISPLAY": ":0"}
    assert "#code=" in opening.run().stdout
    assert browser.opened == []
