"""`judge doctor`: the facts of this host."""

import json

from judge.testing import FakeJudge
from tests.judge.cli.command import invoke


def test_doctor_says_what_this_host_gives() -> None:
    """People and scripts get the same facts; a weak host is no failure of the command."""
    result = invoke(FakeJudge(), "doctor")
    assert result.exit_code == 0
    document = json.loads(invoke(FakeJudge(), "doctor", "--json").stdout)
    for layer in document["layers"]:
        assert layer["name"] in result.stdout
        assert layer["available"] or layer["lost"] in result.stdout
    assert result.stdout.startswith(f"isolation {document['tier'] or 'none'}")
