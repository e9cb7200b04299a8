"""The page in Chromium, before a real server; another site beside it."""

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest

from tests.faces.page.other_site import OtherSite
from tests.faces.page.signing_in import sign_in
from tests.judge.service.served import Served

FLAGS = [
    "--no-sandbox",  # the sandbox of a browser refuses root
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP *.test 127.0.0.1",  # names that point here, as rebinding makes them
]


# Not of the session: while it is there, Playwright has an event loop run in this thread.
@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Return a Chromium of this machine; it reaches nothing but loopback."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where it is installed

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def signed(browser: Any, server: Served) -> Any:
    """Return what a browser keeps that has signed in."""
    context = browser.new_context()
    sign_in(context.new_page(), server)
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def context(browser: Any, signed: Any) -> Iterator[Any]:
    """Return a browser of its own that is signed in, and keeps nothing else."""
    context = browser.new_context(storage_state=signed)
    context.set_default_timeout(120_000)  # milliseconds; a guard for a busy host
    yield context
    context.close()


@pytest.fixture
def page(context: Any, server: Served) -> Iterator[Any]:
    """Return a page that is watched."""
    with watched(context.new_page(), server) as page:
        yield page


@contextlib.contextmanager
def watched(page: Any, server: Served) -> Iterator[Any]:
    """Lend a page; at its end nothing went wrong in it, and it has asked no other host.

    A test may set `expected_faults`; None stands for any. `faults` are those so far.
    """
    page.faults = faults = []
    asked_of: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("request", lambda asked: asked_of.append(asked.url))
    yield page
    expected = getattr(page, "expected_faults", [])
    assert expected is None or faults == expected
    assert [url for url in asked_of if not url.startswith((server.url, "data:"))] == []


@pytest.fixture(scope="module")
def other_site() -> Iterator[OtherSite]:
    site = OtherSite()
    yield site
    site.stop()
