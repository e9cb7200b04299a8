"""The history of the person whose host this is: the one that the command line keeps too."""

import logging
from collections.abc import Mapping

from judge.practice import History
from judge.settings import DATA_DIR, keeps_history

log = logging.getLogger("judge.http")


def local_history(environment: Mapping[str, str]) -> History | None:
    """Return the history of the local owner; None where nothing is recorded."""
    if not keeps_history(environment):
        return None
    return History(DATA_DIR.read(environment), log.warning)
