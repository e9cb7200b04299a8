"""Signing in as a person does: by the address that `judge open` gives."""

from typing import Any

from click.testing import CliRunner

from judge.cli.main import commands
from judge.cli.setup import Setup
from tests.judge.service.served import Served


def address_of(server: Served, problem: str = "") -> str:
    """Return what `judge open --print` prints, by its very command."""
    setup = Setup(environment=server.environment)
    arguments = ["open", *([problem] if problem else []), "--print"]
    result = CliRunner().invoke(commands, arguments, obj=setup)
    assert result.exit_code == 0, result.stderr
    return result.stdout.strip()


def sign_in(page: Any, server: Served, problem: str = "") -> str:
    address = address_of(server, problem)
    page.goto(address)
    page.wait_for_selector("main[data-state=done]")
    return address
