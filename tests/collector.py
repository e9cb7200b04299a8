"""A collector of OpenTelemetry in this process: spans that come over HTTP stay in memory."""

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Collected:
    """One span; `pid` is that of the process that sent it. Times are nanoseconds."""

    trace: str
    id: str
    parent: str
    name: str
    kind: int
    service: str
    pid: int
    began: int
    ended: int
    failed: bool
    values: dict[str, Any]


@dataclass
class Collector:
    """What has come so far; `bodies` are the requests as they were sent."""

    url: str = ""
    spans: list[Collected] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    def named(self, name: str) -> list[Collected]:
        """Return the spans of a name, in the order in which they came."""
        return [span for span in list(self.spans) if span.name == name]

    def environment(self) -> dict[str, str]:
        """Return the variables that have a judge send its spans here, soon."""
        return {
            "JUDGE_TRACES": "on",
            "OTEL_EXPORTER_OTLP_ENDPOINT": self.url,
            "OTEL_BSP_SCHEDULE_DELAY": "50",
        }

    def take(self, body: bytes) -> None:
        """Keep the spans of one request."""
        from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (  # noqa: PLC0415 - not everywhere
            ExportTraceServiceRequest,
        )

        self.bodies.append(body)
        for sent in ExportTraceServiceRequest.FromString(body).resource_spans:
            process = _values(sent.resource.attributes)
            for span in (span for scope in sent.scope_spans for span in scope.spans):
                self.spans.append(
                    Collected(
                        span.trace_id.hex(),
                        span.span_id.hex(),
                        span.parent_span_id.hex(),
                        span.name,
                        span.kind,
                        process["service.name"],
                        process["process.pid"],
                        span.start_time_unix_nano,
                        span.end_time_unix_nano,
                        span.status.code == 2,
                        _values(span.attributes),
                    )
                )


@contextlib.contextmanager
def collecting() -> Iterator[Collector]:
    """Run a collector on a free port."""
    collector = Collector()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            collector.take(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        collector.url = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield collector
        finally:
            server.shutdown()


def _values(attributes: Any) -> dict[str, Any]:
    return {one.key: getattr(one.value, one.value.WhichOneof("value")) for one in attributes}
