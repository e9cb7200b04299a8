"""Run programs under a policy and measure them from outside.

A `Guest` describes as data what programs run; the sandbox knows nothing about problems.

Theory of operation. The judge (`supervisor`, `session`) makes three kinds of process:

- the *server* (`server`), one for each policy and hash seed, is started fresh, without site, with
  a fixed hash seed. In tier `full` it moves into the minimal read-only root once. It forks
  everything else, never runs a submission's code and holds no secret.
- the *warden* (`warden`), one for each program, is the first process of the program's own
  namespaces: the program is not process 1, which would ignore its own signals. The warden reports
  the program's pid descriptor and how it ended, and kills it when the judge goes away.
- the *program* (`inside`) locks itself down and says READY. The judge verifies from outside that
  it is locked down (`lockdown`), and only then sends a submission.

The judge asks the server for a program over one stream socket, by a byte and four descriptors.
It talks to the program itself over the pipes among these, in frames (`frames`), and reads clocks,
memory and the witness filter's notices from outside, so no figure comes from the program.
Everything dies with the judge: the server on end of file, wardens by PDEATHSIG or end of file,
programs with their warden.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sandbox.errors import SandboxError as SandboxError
    from sandbox.guest import Guest as Guest
    from sandbox.host import Host as Host
    from sandbox.host import Layer as Layer
    from sandbox.host import probe as probe
    from sandbox.launching import Launched as Launched
    from sandbox.outcome import Ending as Ending
    from sandbox.outcome import Limit as Limit
    from sandbox.outcome import Step as Step
    from sandbox.outcome import Usage as Usage
    from sandbox.policy import MIB as MIB
    from sandbox.policy import Policy as Policy
    from sandbox.policy import Tier as Tier
    from sandbox.prints import Printed as Printed
    from sandbox.session import Session as Session
    from sandbox.supervisor import Sandbox as Sandbox
    from sandbox.tiers import strongest as strongest
else:
    #: Name -> its module, imported when the name is asked for (PEP 562): an interpreter is launched
    #: before the rest is needed. No name may be that of a module, which would take its place.
    _HOMES = {
        "Ending": "outcome",
        "Guest": "guest",
        "Host": "host",
        "Launched": "launching",
        "Layer": "host",
        "Limit": "outcome",
        "MIB": "policy",
        "Policy": "policy",
        "Printed": "prints",
        "Sandbox": "supervisor",
        "SandboxError": "errors",
        "Session": "session",
        "Step": "outcome",
        "Tier": "policy",
        "Usage": "outcome",
        "probe": "host",
        "strongest": "tiers",
    }

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        return value
