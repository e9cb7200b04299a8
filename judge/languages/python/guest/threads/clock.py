"""Stand-ins for the functions of `time`: a virtual clock, which moves while everybody waits."""

from .scheduler import here


def sleep(seconds: float) -> None:
    """Wait by the virtual clock; with 0, give way."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    schedule = here()
    if schedule is None:
        return
    if seconds == 0:
        schedule.point()
        schedule.give_way()
        return
    schedule.point()
    end = schedule.now + float(seconds)
    while schedule.now < end:
        schedule.block(None, lambda: "the clock", end)


def monotonic() -> float:
    """Return the virtual clock, in seconds."""
    schedule = here()
    return 0.0 if schedule is None else schedule.now


def time() -> float:
    """Return the virtual time of day, in seconds."""
    return 1_700_000_000.0 + monotonic()


def monotonic_ns() -> int:
    """Return the virtual clock, in nanoseconds."""
    return int(monotonic() * 1e9)


def time_ns() -> int:
    """Return the virtual time of day, in nanoseconds."""
    return int(time() * 1e9)
