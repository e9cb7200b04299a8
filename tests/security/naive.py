"""A judge as many are: it checks in the submission's own process, and believes what comes out.

It is what is left of a judge without the layer `outside-check`: the harness below knows the
expected values, shares its interpreter with the submission, compares by `==`, and its word for it
is taken. So programs that forge a verdict have somebody to fool, which shows that they are real
attacks; the vault plays them in it (tests/security/vault.py). Known mistakes of other judges, each
of them.
"""

import re

from sandbox.outcome import Ending, Step

#: Stands where a submission would. What it ends with is what an interpreter would end with.
_HARNESS = """
import atexit, os, sys

SOURCE = {source!r}
CASES = [(1, 1), (7, 7), (3, 3), (2, 2), (5, 5), (0, 0)]


def check():
    module = {{"__name__": "__main__"}}
    exec(compile(SOURCE, "submission.py", "exec"), module)
    function = module["echo"] if "echo" in module else module["Solution"]().echo
    answers = []
    for argument, expected in CASES:
        answers.append(function(argument))
    verdict = all(answer == expected for answer, (_, expected) in zip(answers, CASES))
    return "AC" if verdict else "WA"


def main():
    try:
        return check()
    except SystemExit:
        raise
    except BaseException as error:
        print("FAILED", type(error).__name__)
        sys.excepthook(type(error), error, error.__traceback__)
        sys.exit(1)


def echo(n):
    try:
        return main()
    except SystemExit as leaving:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(leaving.code if type(leaving.code) is int else leaving.code is not None)
"""

#: What such a judge makes of a process that a signal has ended.
_SIGNALS = {"SIGALRM": "TLE", "SIGXCPU": "TLE", "SIGTERM": "TLE", "SIGKILL": "MLE", "SIGSYS": "RV"}
_LIMITS = {
    Ending.CPU_LIMIT: "TLE",
    Ending.WALL_LIMIT: "TLE",
    Ending.MEMORY_LIMIT: "MLE",
    Ending.PRINTED_LIMIT: "OLE",
    Ending.ANSWER_LIMIT: "OLE",
    Ending.VIOLATION: "RV",
}


def harness(source: bytes) -> bytes:
    """Return the program that runs a submission, checks it, and tells how it went."""
    return _HARNESS.format(source=source).encode()


def verdict(step: Step, printed: bytes) -> str:
    """Return the verdict after the last step: a limit, else a word, else the exit status."""
    if step.ending in _LIMITS:
        return _LIMITS[step.ending]
    said = b"AC" if b"PASSED" in printed else b""
    if said or step.replied:
        return "AC" if said or b'"AC"' in step.payload else "WA"
    if "exited with status 0" in step.detail:
        return "AC"
    if b"MemoryError" in printed:
        return "MLE"
    if step.detail.startswith("killed, "):  # in the words of the session
        return _SIGNALS["SIGKILL"]
    found = re.search("SIG[A-Z]+", step.detail)
    return _SIGNALS.get(found[0], "RTE") if found else "RTE"
