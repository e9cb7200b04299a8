import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

PRACTICE = """
import sys
sys.path.insert(0, ROOT)
from judge.languages import PYTHON_GUEST
from sandbox import Ending, Limit, Policy, Sandbox, Tier
from judge.values.replies import decode_reply
from tests.sandbox.programs import GENEROUS, called, started
sandbox = Sandbox(Policy(Tier.LIMITS_ONLY), PYTHON_GUEST, interpreter=(sys.executable, PORTABLE))
with sandbox:
    session = started(sandbox, "def f(a): print('hello'); return a[::-1]")
    assert called(session, [1, 2]).replied
    print(decode_reply(session.read(GENEROUS).payload).value)
    session.close()
    print(session.usage().printed, session.usage().memory_method)
    session = started(sandbox, "def f(a):\\n  while True: pass")
    step = called(session, limit=Limit(0.3, 2.0))
    print(step.ending.value)
    session.close()
    session = started(sandbox, "import os\\ndef f(a): os._exit(3)")
    print(called(session).detail)
"""


def test_own_code_can_be_practised_without_anything_of_linux() -> None:
    """On the limits-only road nothing Linux-only is imported or called, on either side."""
    code = PRACTICE.replace("ROOT", repr(str(ROOT))).replace(
        "PORTABLE", repr(str(HERE / "portable.py"))
    )
    done = subprocess.run(
        [sys.executable, str(HERE / "portable.py"), "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "[2, 1]",
        "b'hello\\n' rusage",
        "wall-limit",
        "it exited with status 3 before it answered",
    ]
