"""The exception of the sandbox: for its own failures, never for those of a program."""

import os
from errno import EAGAIN

#: What to do where no more processes may be started.
PROCESSES = "raise `ulimit -u` (the judge takes up to 64), or end some of your processes"


class SandboxError(Exception):
    """Raised when the sandbox cannot be set up or loses its own processes.

    It names the step that failed and the errno, so that `judge doctor` and the log can say what to
    do. A failure of a submission is never raised: it is a `Step`.
    """

    def __init__(self, step: str, detail: str = "", errno: int | None = None) -> None:
        self.step = step
        self.errno = errno
        self.detail = detail or (os.strerror(errno) if errno else "")
        number = f" (errno {errno})" if errno else ""
        more = f"; {PROCESSES}" if errno == EAGAIN else ""
        super().__init__(f"sandbox: {step}: {self.detail}{number}{more}")
