"""The user that root's programs run as, in the tiers without namespaces."""

import os


def lowers() -> bool:
    """Whether this process is root and its programs run as another user.

    Not where the interpreter's library is out of other users' reach (an interpreter in root's
    home): a program could not import anything.
    """
    if os.geteuid() != 0:
        return False
    folder = os.path.dirname(os.path.realpath(os.__file__))
    while folder != "/":
        if not os.stat(folder).st_mode & 0o001:
            return False
        folder = os.path.dirname(folder)
    return True
