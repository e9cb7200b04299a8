"""Sandboxes that the tests of a worker share, one a tier: starting one takes long."""

from collections.abc import Iterator

import pytest

from judge.languages import python_guest
from sandbox import MIB, Policy, Sandbox, Tier


@pytest.fixture(scope="session")
def full() -> Iterator[Sandbox]:
    """A sandbox of tier full with a small memory cap."""
    with Sandbox(Policy(Tier.FULL, memory_bytes=64 * MIB), python_guest(), warm=2) as sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def landlock() -> Iterator[Sandbox]:
    """A sandbox without namespaces."""
    with Sandbox(Policy(Tier.LANDLOCK, memory_bytes=64 * MIB), python_guest(), warm=1) as sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def limits_only() -> Iterator[Sandbox]:
    """A sandbox with limits and clocks only. Never for hostile programs."""
    with Sandbox(
        Policy(Tier.LIMITS_ONLY, memory_bytes=64 * MIB), python_guest(), warm=1
    ) as sandbox:
        yield sandbox
