"""The supervisor's half of the witness filter: it answers, refuses, and remembers."""

import select

_EPERM, _ENOMEM = 1, 12
_AF_UNIX = 1


class Witness:
    """What the program was seen to try. `listener` None: this tier has no witness."""

    def __init__(self, listener: int | None) -> None:
        self.listener = listener
        self.violations: list[str] = []
        self.refused_bytes = 0

    def answer(self) -> bool:
        """Answer one waiting call with an error; False when no more can come."""
        # Loaded only where there is a listener: seccomp is not on the limits-only road.
        from sandbox import seccomp  # noqa: PLC0415

        listener = self.listener
        if listener is None:
            return False
        notice = seccomp.receive(listener)
        if notice is None:
            return not _hung_up(listener)
        act = seccomp.FORBIDDEN.get(notice.name)
        if act is not None:
            if not _asks_the_host(notice.name, notice.arguments[0]):
                self.violations.append(act)
            seccomp.refuse(listener, notice, _EPERM)
            return True
        # Argument 1 of mmap and 2 of mremap is the size that was asked for.
        size = notice.arguments[1 if notice.name == "mmap" else 2]
        self.refused_bytes = max(self.refused_bytes, size)
        seccomp.refuse(listener, notice, _ENOMEM)
        return True


def _asks_the_host(name: str, family: int) -> bool:
    """Whether it is a socket that leads to no network.

    The C library opens one behind honest calls (pwd, syslog) and takes a refusal well.
    """
    return name == "socket" and family & 0xFFFFFFFF == _AF_UNIX


def _hung_up(listener: int) -> bool:
    poll = select.poll()
    poll.register(listener, select.POLLIN)
    return any(event & select.POLLHUP for _, event in poll.poll(0))
