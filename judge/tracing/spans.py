"""Spans: what took how long on one submission's way, each below the one that it is a part of.

They carry names, numbers and ids, and no text of a submission: who reads traces is not its owner.
"""

from typing import Protocol

Value = str | int | float


class Span(Protocol):
    """A span that is open. Any thread may call it."""

    @property
    def traceparent(self) -> str | None:
        """What names this span to another process (W3C Trace Context); None when nobody traces."""
        ...

    def note(self, **values: Value) -> None:
        """Keep figures with the span."""
        ...

    def child(self, name: str, began_at: float | None = None, **values: Value) -> "Span":
        """Begin a span below this one, now or at a moment in seconds since the epoch."""
        ...

    def end(self, *, failed: bool = False) -> None:
        """End the span now. `failed` says that the judge did, not a submission."""
        ...


class Tracer(Protocol):
    """Where the spans of this process go. Any thread may call it."""

    def begin(
        self, name: str, traceparent: str | None, began_at: float | None = None, **values: Value
    ) -> Span:
        """Begin a span below that of another process, or the first of a trace where there is none.

        It begins now, or at a moment in seconds since the epoch.
        """
        ...

    def close(self) -> None:
        """Send what is left, for a few seconds at most."""
        ...


class _NoSpan:
    traceparent = None

    def note(self, **values: Value) -> None:
        pass

    def child(self, *_: object, **__: object) -> Span:
        return self

    def end(self, *, failed: bool = False) -> None:
        pass


class _NoTracer:
    def begin(self, *_: object, **__: object) -> Span:
        return _NO_SPAN

    def close(self) -> None:
        pass


_NO_SPAN = _NoSpan()
#: The tracer of a process that is not traced.
NO_TRACER: Tracer = _NoTracer()
