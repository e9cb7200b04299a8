import errno
import json
from dataclasses import replace
from io import StringIO

import pytest

from judge.cli.render.console import open_console
from judge.cli.render.doctor import host_json, show_host, show_settings
from judge.languages import PYTHON_GUEST
from judge.service.settings import ServiceSettings
from judge.settings import Settings, given_settings, settings_of
from sandbox import Host, Layer, Tier, probe
from sandbox.advice import Surroundings
from sandbox.facts import Fact

GOOD = Layer("landlock", True, "", None, "files are hidden by mounts only", "")
BAD = Layer(
    "namespaces",
    False,
    "unshare the user namespace",
    errno.EPERM,
    "other processes are seen",
    "sysctl kernel.unprivileged_userns_clone=1",
    "Operation not permitted",
)


def shown(host: Host) -> str:
    stream = StringIO()
    show_host(open_console(stream, plain=True), host)
    return stream.getvalue()


def test_a_missing_part_says_where_it_failed_what_is_lost_and_how_to_mend_it() -> None:
    """A person learns the step, the kernel's reason, the loss and the mend."""
    text = shown(Host(Tier.LANDLOCK, (GOOD, BAD)))
    assert text.startswith("isolation landlock: ")
    assert "landlock    yes\n" in text
    why = "no   failed to unshare the user namespace: Operation not permitted (errno 1)\n"
    assert why in text
    assert "lost: other processes are seen" in text
    assert "mend: sysctl kernel.unprivileged_userns_clone=1" in text


def test_a_part_that_is_there_says_nothing_of_losses() -> None:
    """What is not lost is not spoken of."""
    assert "lost" not in shown(Host(Tier.FULL, (GOOD,)))


def test_what_was_not_reached_is_said_so() -> None:
    """Neither yes nor no: what comes before it failed."""
    unknown = replace(BAD, available=None, step="start it", detail="gone", errno=None, mend="")
    assert "namespaces  ?   not reached: failed to start it: gone\n" in shown(
        Host(None, (unknown,))
    )
    assert host_json(Host(None, (unknown,)))["layers"][0]["available"] is None


def test_what_several_parts_lack_alike_is_said_once() -> None:
    """macOS has none of five parts, for one reason and with one way out."""
    layers = probe(PYTHON_GUEST, surroundings=Surroundings(platform="darwin")).layers
    text = shown(Host(Tier.LIMITS_ONLY, layers))
    assert text.count("this is darwin") == 1
    assert text.count("Linux virtual machine") == 1
    assert text.count("lost: ") == 5
    assert "hidden by Landlock" not in text


def test_full_does_not_claim_what_is_shared() -> None:
    """Programs run on the host's kernel (SECURITY.md, what is not a boundary)."""
    assert "kernel" in shown(Host(Tier.FULL, (GOOD,))).splitlines()[0]


def test_facts_stand_below_the_parts_with_what_follows_from_them() -> None:
    """Short lines for people, values for scripts, and nothing of a host's words left live."""
    facts = (Fact("swap", "on", "not counted"), Fact("landlock abi", 7), Fact("cgroup", None))
    host = Host(Tier.FULL, (GOOD,), (*facts, Fact("core pattern", "|/\x1b[31m")))
    text = shown(host)
    assert "  swap          on  not counted\n  landlock abi  7\n  cgroup        none\n" in text
    assert "\x1b" not in text
    assert host_json(host)["facts"][:2] == [
        {"name": "swap", "value": "on", "note": "not counted"},
        {"name": "landlock abi", "value": 7, "note": ""},
    ]


def test_a_host_where_nothing_works_is_said_plainly() -> None:
    """Without any tier nothing can be judged, and the words say so."""
    assert "none: nothing can be judged here" in shown(Host(None, (BAD,)))


def test_the_json_holds_the_same_facts() -> None:
    """A script reads tier, step, errno, loss and mend."""
    document = json.loads(json.dumps(host_json(Host(Tier.LANDLOCK, (GOOD, BAD)))))
    assert document["tier"] == "landlock"
    assert document["layers"][1] == {
        "name": "namespaces",
        "available": False,
        "step": "unshare the user namespace",
        "detail": "Operation not permitted",
        "errno": errno.EPERM,
        "lost": "other processes are seen",
        "mend": "sysctl kernel.unprivileged_userns_clone=1",
    }


def test_the_tier_that_is_asked_for_is_said_beside_what_the_host_gives() -> None:
    """`isolation full` alone would hide that submissions are judged in a weaker tier."""
    stream = StringIO()
    show_host(open_console(stream, plain=True), Host(Tier.FULL, (GOOD,)), Tier.LIMITS_ONLY)
    first, second, *_ = stream.getvalue().splitlines()
    assert first.startswith("isolation full: ")
    assert second == "JUDGE_TIER asks for limits-only: submissions are judged in that tier"
    assert host_json(Host(Tier.FULL, ()), Tier.LIMITS_ONLY)["asked_tier"] == "limits-only"
    assert "JUDGE_TIER" not in shown(Host(Tier.FULL, (GOOD,)))


@pytest.mark.parametrize("given", [Tier.LANDLOCK, None])
def test_a_tier_above_the_hosts_is_said_not_to_be_given(given: Tier | None) -> None:
    """Nothing is judged then: never in a weaker tier in silence."""
    stream = StringIO()
    show_host(open_console(stream, plain=True), Host(given, (BAD,)), Tier.FULL)
    assert "JUDGE_TIER asks for full: this host cannot give it" in stream.getvalue()


def test_settings_are_listed_as_they_are_given_and_secrets_are_not_shown() -> None:
    """A host sees what is set, what is refused and why, and what the default would be."""
    rows = (*settings_of(Settings), *settings_of(ServiceSettings))
    environment = {"JUDGE_KEY": "a secret", "JUDGE_ROOM": "\x1b[31m", "JUDGE_WORKERS": "3"}
    given = given_settings(rows, environment)
    stream = StringIO()
    show_settings(open_console(stream, plain=True), given)
    text = stream.getvalue()
    assert "  JUDGE_WORKERS  3  (default: the cores but one, at least 2)\n" in text
    assert "JUDGE_ROOM" in text
    assert "a whole number from 1 to 999999" in text
    assert "a secret" not in text
    assert "\x1b" not in text
    key, workers, room = host_json(Host(Tier.FULL, (GOOD,)), None, given)["settings"]
    assert (key["variable"], key["value"], key["secret"]) == ("JUDGE_KEY", None, True)
    assert (workers["value"], workers["fault"]) == ("3", None)
    assert "JUDGE_ROOM" in room["fault"]


def test_a_host_that_sets_nothing_is_shown_no_settings() -> None:
    """An empty text counts as none."""
    given = given_settings(settings_of(Settings), {"JUDGE_TIER": "", "HOME": "/"})
    stream = StringIO()
    show_settings(open_console(stream, plain=True), given)
    assert (given, stream.getvalue()) == ([], "")
