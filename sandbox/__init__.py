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

from sandbox.errors import SandboxError
from sandbox.guest import Guest
from sandbox.launching import Launched
from sandbox.outcome import Ending, Limit, Step, Usage
from sandbox.policy import MIB, Policy, Tier
from sandbox.prints import Printed
from sandbox.probe import Host, Layer, probe
from sandbox.session import Session
from sandbox.supervisor import Sandbox
from sandbox.tiers import strongest

__all__ = [
    "MIB",
    "Ending",
    "Guest",
    "Host",
    "Launched",
    "Layer",
    "Limit",
    "Policy",
    "Printed",
    "Sandbox",
    "SandboxError",
    "Session",
    "Step",
    "Tier",
    "Usage",
    "probe",
    "strongest",
]
