"""A submission that does nothing: what it costs is the runner's share of a call, not the work."""

from collections.abc import Sequence

from judge.submission import Submission
from judge.values import Interface, Kind, Parameter


def idle_submission(interface: Interface) -> Submission:
    """Return a source whose entry takes the arguments and returns None."""
    if interface.kind is Kind.FUNCTION:
        lines = [_function(interface.names[0], interface.parameters)]
    else:
        lines = [f"class {interface.names[0]}:"]
        lines.append("    " + _function("__init__", interface.parameters, "self"))
        lines += ["    " + _function(m.name, m.parameters, "self") for m in interface.methods]
    return Submission("\n".join([*lines, ""]).encode(), "idle.py")


def _function(name: str, parameters: Sequence[Parameter], *first: str) -> str:
    names = (*first, *(f"a{number}" for number in range(len(parameters))))
    return f"def {name}({', '.join(names)}): return None"
