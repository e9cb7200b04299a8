"""Run programs under a policy and measure them from outside.

What a program plays is told by data, a `Guest`; the sandbox knows nothing of problems.
"""

from sandbox.errors import SandboxError
from sandbox.guest import Guest
from sandbox.launching import Launched
from sandbox.outcome import Ending, Limit, Step, Usage
from sandbox.policy import MIB, Policy, Tier
from sandbox.probe import Host, Layer, probe
from sandbox.session import Session
from sandbox.supervisor import Sandbox, strongest

__all__ = [
    "MIB",
    "Ending",
    "Guest",
    "Host",
    "Launched",
    "Layer",
    "Limit",
    "Policy",
    "Sandbox",
    "SandboxError",
    "Session",
    "Step",
    "Tier",
    "Usage",
    "probe",
    "strongest",
]
