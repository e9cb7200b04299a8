"""Choose the strongest tier that works on this host.

Each tier is tried, since version numbers are not enough: hosts exist where unshare works and mount
does not.
"""

import errno
from collections.abc import Sequence
from dataclasses import replace

from sandbox.errors import SandboxError
from sandbox.guest import Guest
from sandbox.policy import Policy, Tier
from sandbox.supervisor import Sandbox


def strongest(
    policy: Policy,
    guest: Guest,
    tiers: Sequence[Tier] = tuple(Tier),
    *,
    warm: int = 1,
    interpreter: Sequence[str] = (),
    begun: Sandbox | None = None,
) -> Sandbox:
    """Return a sandbox of the first of `tiers` whose whole set-up works here.

    `begun` is a sandbox with the same policy, started ahead of time in the first tier.
    Raises the last `SandboxError` when no tier works.
    """
    failed = SandboxError("choose a tier", "none was asked for")
    short_of: tuple[str, ...] = ()
    if begun is not None and begun.tier not in tiers[:1]:
        begun.close()
        begun = None
    for tier in tiers:
        wanted = replace(policy, tier=tier)
        if begun is not None:
            sandbox, begun = begun, None
        else:
            sandbox = Sandbox(wanted, guest, warm=warm, interpreter=interpreter)
        try:
            sandbox.prove()
        except SandboxError as error:
            sandbox.close()
            failed = error
            if error.errno == errno.EAGAIN:
                short_of = ("processes",)
        except BaseException:
            sandbox.close()
            raise
        else:
            sandbox.short_of = short_of
            return sandbox
    raise failed
