"""Spans by OpenTelemetry, sent over HTTP to the collector that its own variables name.

`OTEL_EXPORTER_OTLP_ENDPOINT`, `OTEL_TRACES_SAMPLER`, `OTEL_RESOURCE_ATTRIBUTES` and the like are
read by the SDK, as in every program that uses it. A thread sends; one that cannot holds up nothing.
"""

import os
import threading

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import Span as Inner
from opentelemetry.trace import SpanKind, Status, StatusCode, set_span_in_context
from opentelemetry.trace import Tracer as InnerTracer
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from judge import __version__
from judge.tracing.spans import Span, Value

#: A collector that does not answer may not keep a process from ending.
CLOSING_SECONDS = 2.0
NANOSECONDS = 1_000_000_000
_CONTEXTS = TraceContextTextMapPropagator()


class OtelTracer:
    """A `Tracer` of one process; `service` names the kind of process in the collector."""

    def __init__(self, service: str, *, serves: bool) -> None:
        # A host may name its services itself.
        named = {} if "OTEL_SERVICE_NAME" in os.environ else {"service.name": service}
        resource = Resource.create(
            {"service.version": __version__, "process.pid": os.getpid(), **named}
        )
        self._provider = TracerProvider(resource=resource, shutdown_on_exit=False)
        self._provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
        self._tracer = self._provider.get_tracer("judge", __version__)
        self._kind = SpanKind.PRODUCER if serves else SpanKind.CONSUMER

    def begin(
        self, name: str, traceparent: str | None, began_at: float | None = None, **values: Value
    ) -> Span:
        above = _CONTEXTS.extract({"traceparent": traceparent or ""}, Context())
        return _OtelSpan(self._tracer, above, name, began_at, values, self._kind)

    def close(self) -> None:
        # The SDK would wait for as long as it tries again; its thread is a daemon.
        ending = threading.Thread(target=self._provider.shutdown, daemon=True)
        ending.start()
        ending.join(CLOSING_SECONDS)


class _OtelSpan:
    def __init__(
        self,
        tracer: InnerTracer,
        above: Context,
        name: str,
        began_at: float | None,
        values: dict[str, Value],
        kind: SpanKind = SpanKind.INTERNAL,
    ) -> None:
        self._tracer = tracer
        start = None if began_at is None else int(began_at * NANOSECONDS)
        self._inner: Inner = tracer.start_span(
            name, above, kind, attributes=_named(values), start_time=start
        )
        self._context = set_span_in_context(self._inner, Context())

    @property
    def traceparent(self) -> str | None:
        carrier: dict[str, str] = {}
        _CONTEXTS.inject(carrier, self._context)
        return carrier.get("traceparent")

    def note(self, **values: Value) -> None:
        self._inner.set_attributes(_named(values))

    def child(self, name: str, began_at: float | None = None, **values: Value) -> Span:
        return _OtelSpan(self._tracer, self._context, name, began_at, values)

    def end(self, *, failed: bool = False) -> None:
        if failed:
            self._inner.set_status(Status(StatusCode.ERROR))
        self._inner.end()


def _named(values: dict[str, Value]) -> dict[str, Value]:
    return {
        "process.pid" if name == "pid" else f"judge.{name}": one for name, one in values.items()
    }
