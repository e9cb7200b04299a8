"""The log of the service: one JSON object a line, in ASCII, so that no text can pose as a line."""

import json
import logging
import time
from datetime import UTC, datetime

#: Longer texts are cut: a client may have chosen them.
LONGEST = 20_000
#: What may be added to a line by `extra=`.
FIELDS = ("submission", "owner", "method", "path", "status", "milliseconds")


class JsonFormatter(logging.Formatter):
    """Writes a record with its traceback as one line."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage()[:LONGEST],
        }
        line |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)[-LONGEST:]
        return json.dumps(line, ensure_ascii=True, default=repr)


#: Loggers that whoever connects can make speak, without a token too, and those that say every few
#: seconds that no collector of traces is there.
FLOODED = (
    "uvicorn.error",
    "asyncio",
    "judge.connections",
    "opentelemetry.exporter.otlp.proto.http.trace_exporter",
)
QUIET_SECONDS = 60.0


class SparseFilter(logging.Filter):
    """Lets the same words pass once a minute."""

    def __init__(self) -> None:
        super().__init__()
        self._passed: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether these words were not logged a moment ago."""
        words, now = str(record.msg), time.monotonic()
        if now - self._passed.get(words, -QUIET_SECONDS) < QUIET_SECONDS:
            return False
        self._passed = {old: at for old, at in self._passed.items() if now - at < QUIET_SECONDS} | {
            words: now
        }
        return True


def log_json(level: int) -> None:
    """Log everything from that level on to standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(handlers=[handler], level=level)
    sparse = SparseFilter()
    for name in FLOODED:
        logging.getLogger(name).addFilter(sparse)
