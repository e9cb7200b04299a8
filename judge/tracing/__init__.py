"""Follow one submission over the processes that it goes through, where a host wants that.

`NO_TRACER` keeps nothing. `OtelTracer` sends spans to an OpenTelemetry collector and needs the
extra `otel`; loading this face imports none of it.
"""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.tracing.otel import OtelTracer as OtelTracer
    from judge.tracing.spans import NO_TRACER as NO_TRACER
    from judge.tracing.spans import Span as Span
    from judge.tracing.spans import Tracer as Tracer
    from judge.tracing.spans import Value as Value
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "otel": "OtelTracer",
            "spans": "NO_TRACER Span Tracer Value",
        },
    )
