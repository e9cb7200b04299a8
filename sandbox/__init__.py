"""Runs one program under a policy and measures it from outside. Knows nothing of problems."""

from sandbox.errors import SandboxError
from sandbox.launching import Launched
from sandbox.outcome import Ending, Limit, Step, Usage
from sandbox.policy import MIB, Policy, Tier
from sandbox.probe import Host, Layer, probe
from sandbox.session import Session
from sandbox.supervisor import Sandbox, strongest

__all__ = [
    "MIB",
    "Ending",
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
