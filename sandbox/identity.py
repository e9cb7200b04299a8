"""The user of programs in tiers without namespaces, if the judge is root."""

import os


def lowers() -> bool:
    """Whether this process is root and its programs run as another user.

    They cannot if other users cannot reach the interpreter's library (in root's home, say): a
    program could not import anything.
    """
    if os.geteuid() != 0:
        return False
    folder = os.path.dirname(os.path.realpath(os.__file__))
    while folder != "/":
        if not os.stat(folder).st_mode & 0o001:
            return False
        folder = os.path.dirname(folder)
    return True
