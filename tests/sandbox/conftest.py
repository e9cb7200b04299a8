import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox import MIB, Policy, Sandbox, Tier


def _vendored() -> dict[str, str]:
    spec = importlib.util.find_spec("timeout_decorator")
    assert spec is not None
    assert spec.origin is not None
    return {"timeout_decorator": str(Path(spec.origin).parent)}


@pytest.fixture(scope="session")
def full() -> Iterator[Sandbox]:
    """A sandbox of tier full with a small memory cap."""
    with Sandbox(Policy(Tier.FULL, memory_bytes=64 * MIB), warm=2, modules=_vendored()) as sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def landlock() -> Iterator[Sandbox]:
    """A sandbox without namespaces."""
    with Sandbox(
        Policy(Tier.LANDLOCK, memory_bytes=64 * MIB), warm=1, modules=_vendored()
    ) as sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def limits_only() -> Iterator[Sandbox]:
    """A sandbox with limits and clocks only. Never for hostile programs."""
    with Sandbox(
        Policy(Tier.LIMITS_ONLY, memory_bytes=64 * MIB), warm=1, modules=_vendored()
    ) as sandbox:
        yield sandbox
