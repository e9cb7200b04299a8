"""What a sandbox allows, as data. Nothing here touches the kernel."""

from dataclasses import dataclass
from enum import StrEnum

MIB = 1024 * 1024
STACK_BYTES = 1024 * MIB
HASH_SEED = 0


class Tier(StrEnum):
    """The strength of the isolation: chosen by trying, named in every report."""

    FULL = "full"  #: namespaces, minimal root, Landlock, seccomp, limits
    LANDLOCK = "landlock"  #: no namespaces (containers): Landlock, seccomp, limits
    LIMITS_ONLY = "limits-only"  #: limits and outside clocks only: for one's own code


@dataclass(frozen=True, slots=True)
class Policy:
    """Everything that is fixed for the life of one sandbox.

    `memory_bytes` is the limit in excess of an idle sandbox. `data_dir` is a folder of the host or
    None; programs can read its files at `data_place`, once each is shown (`hides_data`), but cannot
    list them. `own_file` gives each program one file that it may write, in tiers without a scratch.
    """

    tier: Tier
    memory_bytes: int = 256 * MIB
    answer_bytes: int = 16 * MIB
    printed_bytes: int = 16 * MIB
    kept_bytes: int = 64 * 1024
    scratch_bytes: int = 16 * MIB
    stack_bytes: int = STACK_BYTES
    data_dir: str | None = None
    own_file: bool = False
    hash_seed: int = HASH_SEED

    @property
    def hides_data(self) -> bool:
        """Whether a program can open a data file only once it is shown (`Session.show`)."""
        return self.data_dir is not None and self.tier is Tier.FULL


def module_place(tier: Tier, name: str, path: str) -> str:
    """Return where a program finds a module that the host has at `path`.

    Tier full has a separate place, since the scratch could hide the original path.
    """
    return f"/modules/{name}" if tier is Tier.FULL else path


def data_place(policy: Policy) -> str | None:
    """Return where a program finds the data folder; None if the policy has none."""
    return "/data" if policy.data_dir and policy.tier is Tier.FULL else policy.data_dir
