"""The one exception of the sandbox: its own failure, never that of the program inside."""

import os


class SandboxError(Exception):
    """Raised when the sandbox cannot be set up or loses its own processes.

    It names the step that failed and the errno behind it, so that `judge doctor` and a log
    line can say what to do. A submission's failure is never raised: it is a `Step` value.
    """

    def __init__(self, step: str, detail: str = "", errno: int | None = None) -> None:
        self.step = step
        self.errno = errno
        self.detail = detail or (os.strerror(errno) if errno else "")
        number = f" (errno {errno})" if errno else ""
        super().__init__(f"sandbox: {step}: {self.detail}{number}")
