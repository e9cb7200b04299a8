"""Every layer that claims to stop a hostile program does so alone, and without them it succeeds.

The programs meet weakened sandboxes (tests/security/weakened.py) inside a container that holds them
when they get out (tests/security/vault.py). Some of them run by default, so that each layer is met
at least once; the rest is `-m slow`. Programs that may be accepted do no harm and show nothing
here.
"""

import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.languages import PYTHON_GUEST
from judge.verdict import Verdict
from sandbox import MIB, Policy, Sandbox, SandboxError, Tier
from tests.sandbox.programs import GENEROUS, called, started
from tests.security.layers import BUILT_IN, LAYERS, SWITCHES
from tests.security.programs import Program, programs
from tests.security.vault import WEAKENED, Vault

pytestmark = pytest.mark.needs("linux", "full")

PROGRAMS = tuple(programs())
HARMFUL = tuple(p for p in PROGRAMS if Verdict.ACCEPTED not in p.expected)
#: Together they meet every layer that can be switched off.
QUICK = (
    "a01_endless_loop",
    "b03_shared_mapping",
    "b06_system_v",
    "b07_reset_the_peak",
    "b15_core_dump",
    "c01_raw_calls",
    "c12_plant_links",
    "d02_answer_twice",
    "d03_print_the_verdict",
    "d16_walk_the_frames",
    "e07_change_limits",
    "e08_false_name",
    "f01_udp",
    "f04_read_the_host",
    "f05_probe_names",
    "f08_signal_others",
    "f11_mounts",
    "f14_old_call_gate",
    "f17_locks",
    "f20_inherited_things",
)

#: Asks for what most of the attacks begin with, which is nobody's harm.
HONEST = b"""
import ctypes, gc, mmap, os, pickle, signal, socket, subprocess, sys, threading, time

libc = ctypes.CDLL(None, use_errno=True)


def echo(n):
    assert libc.getpid() == os.getpid()
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    thread = threading.Thread(target=time.sleep, args=(0.001,))
    thread.start()
    thread.join()
    with open(f"{os.getcwd()}/own", "w") as file:
        file.write("own")
    os.unlink(file.name)
    open("/dev/null", "rb").close()
    return n
"""


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    with Vault(tmp_path_factory.mktemp("vault")) as made:
        yield made


def _marks(program: Program) -> list[pytest.MarkDecorator]:
    return [] if program.name in QUICK else [pytest.mark.slow]


def _alone() -> Iterator[object]:
    for program in HARMFUL:
        for claim in program.stopped_by:
            if claim & set(SWITCHES):
                name = f"{program.name}-{'+'.join(sorted(claim))}"
                yield pytest.param(program, claim, id=name, marks=_marks(program))


def _without() -> Iterator[object]:
    for program in HARMFUL:
        if all(claim & set(SWITCHES) for claim in program.stopped_by) and not program.unshown:
            yield pytest.param(program, id=program.name, marks=_marks(program))


def _settings() -> Iterator[object]:
    """Yield each set of layers that another test leaves out, every layer, and none."""
    alone = {claim for p in HARMFUL for claim in p.stopped_by if claim & set(SWITCHES)}
    for claim in sorted(alone, key=sorted):
        yield pytest.param(frozenset(SWITCHES) - claim, id=f"only-{'+'.join(sorted(claim))}")
    yield pytest.param(frozenset(SWITCHES), id="none")
    yield pytest.param(frozenset(), id="all")


def _skip_elsewhere(program: Program) -> None:
    if not program.runs_here:
        pytest.skip(f"{program.name} is written for {program.machine}")
    if not program.claims_hold_here:
        pytest.skip(f"the layers that {program.name} names need a newer kernel")


@pytest.mark.parametrize(("program", "claim"), list(_alone()))
def test_a_layer_alone_stops_what_it_claims_to_stop(
    vault: Vault, program: Program, claim: frozenset[str]
) -> None:
    """Depth is real: each claimed layer would do without all the others."""
    _skip_elsewhere(program)
    # A forgery may well be right for a case or two.
    cases = (0, 7, 1) if "outside-check" in claim else (0,)
    tried = vault.play(program.source, set(SWITCHES) - claim, cases=cases)
    assert not tried.worked, tried.why
    assert not tried.broken, tried.why


@pytest.mark.parametrize("program", list(_without()))
def test_a_program_succeeds_where_no_claimed_layer_is_on(vault: Vault, program: Program) -> None:
    """An attack that fails anyway would prove nothing about the layers."""
    _skip_elsewhere(program)
    tried = vault.play(program.source, program.claimed & set(SWITCHES), wanted=program.naive)
    assert tried.worked, tried.why


@pytest.mark.parametrize("off", list(_settings()))
def test_an_honest_program_works_with_whatever_layers(vault: Vault, off: frozenset[str]) -> None:
    """What stops the attacks is the layers: what they import and do besides works everywhere."""
    tried = vault.play(HONEST, off)
    assert tried.worked, tried.why


def test_a_naive_judge_passes_the_right_and_fails_the_wrong(vault: Vault) -> None:
    """It is fooled by attacks, and not because it would pass anybody."""
    wrong = b"def echo(n):\n    return n + 1\n"
    raising = b"def echo(n):\n    raise ValueError(n)\n"
    assert vault.play(HONEST, {"outside-check"}).worked
    assert vault.play(wrong, {"outside-check"}, wanted="WA").worked
    assert vault.play(raising, {"outside-check"}, wanted="RTE").worked


def test_a_failure_of_the_container_is_told_from_a_stop(vault: Vault) -> None:
    """A program that takes its judge along was stopped by nobody."""
    tried = vault.play(b"import os\n\n\ndef echo(n):\n    os.kill(-1, 9)\n", SWITCHES)
    assert tried.broken, tried.why
    assert vault.play(HONEST, ()).worked


def test_every_claim_names_a_layer() -> None:
    """A misspelt layer would claim nothing."""
    assert {layer for p in PROGRAMS for layer in p.claimed} <= set(LAYERS)


def test_each_layer_is_met_by_default() -> None:
    """No layer waits for the slow tests; each is claimed by some program, built in or not."""
    quick = [program for program in PROGRAMS if program.name in QUICK]
    assert len(quick) == len(QUICK)
    assert {layer for program in quick for layer in program.claimed} == set(SWITCHES)
    assert {layer for program in PROGRAMS for layer in program.claimed} >= set(BUILT_IN)


@pytest.mark.parametrize("layer", ["capabilities", "namespaces,mounts", "rlimits", "strict-filter"])
def test_a_judge_refuses_the_programs_of_a_weakened_server(layer: str) -> None:
    """What can be seen from outside is looked at before any source is sent: it fails closed."""
    interpreter = (sys.executable, "-s", "-S", "-P", "-B", str(WEAKENED), layer)
    policy = Policy(Tier.FULL, memory_bytes=64 * MIB)
    with (
        Sandbox(policy, PYTHON_GUEST, interpreter=interpreter) as sandbox,
        pytest.raises(SandboxError, match="verify the lock-down"),
    ):
        sandbox.prove()


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that programs reach as another user: pytest's own are closed to them."""
    with tempfile.TemporaryDirectory(prefix="shared-") as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


@pytest.mark.parametrize("abi", [1, 2, 3, 5])
def test_an_older_landlock_lets_nothing_be_emptied(abi: int, shared: Path) -> None:
    """Before ABI 3 it does not look at truncation: what can be read must not be emptied so."""
    (shared / "log.txt").write_text("kept")
    (shared / "log.txt").chmod(0o666)
    weakened = (sys.executable, "-s", "-S", "-P", "-B", str(WEAKENED), f"landlock-after-{abi}")
    policy = Policy(Tier.LANDLOCK, memory_bytes=64 * MIB, data_dir=str(shared))
    with Sandbox(policy, PYTHON_GUEST, interpreter=weakened) as sandbox:
        path = f"{sandbox.shown_data}/log.txt"
        source = f"""
import os
def f(how):
    try:
        os.open({path!r}, how | os.O_TRUNC)
    except OSError as error:
        return error.errno
"""
        for mode in (os.O_RDONLY, os.O_ACCMODE):
            session = started(sandbox, source)
            assert called(session, mode | os.O_CLOEXEC).replied
            assert session.read(GENEROUS).payload == b'{"ok":%d}' % errno.EPERM
            session.close()
    assert (shared / "log.txt").read_text() == "kept"


def test_no_setting_leads_to_a_weakened_sandbox() -> None:
    """The judge never names an interpreter, which is the only way in."""
    root = Path(__file__).resolve().parents[2]
    for path in [*(root / "judge").rglob("*.py"), *(root / "sandbox").rglob("*.py")]:
        text = path.read_text(encoding="utf-8")
        assert "weakened" not in text, path
        if path.parts[-2] != "sandbox":
            assert "interpreter=" not in text, path
