"""Widen Docker's own seccomp profile by what the strongest tier of the sandbox needs.

    python3 deploy/seccomp.py <default.json >seccomp.json

The profile is `seccomp/default.json` of github.com/moby/profiles, at the version of the Docker or
containerd that is to use it. What it refuses otherwise stays refused. Standard library only.
"""

import json
import sys

#: The calls that make namespaces, and the root of a program in them (docs/hosts.md).
CALLS = ["clone", "unshare", "mount", "umount2", "pivot_root", "sethostname"]


def main() -> int:
    """Read a profile, write the wider one; return the exit status."""
    try:
        profile = json.load(sys.stdin)
        rules = profile["syscalls"]
        denies = profile["defaultAction"] in ("SCMP_ACT_ERRNO", "SCMP_ACT_KILL_PROCESS")
    except (ValueError, KeyError, TypeError):
        denies, rules = False, []
    if not denies or not isinstance(rules, list):
        sys.stderr.write(
            "seccomp.py: that is no profile which refuses what it does not name; "
            "give it seccomp/default.json of github.com/moby/profiles\n"
        )
        return 2
    rules.append({"names": CALLS, "action": "SCMP_ACT_ALLOW", "comment": "the judge's sandbox"})
    json.dump(profile, sys.stdout, indent=2)
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
