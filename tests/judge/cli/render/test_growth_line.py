from io import StringIO

import pytest

from judge.cli.render.console import open_console
from judge.cli.render.context import ReportContext
from judge.cli.render.verdict import show_report
from judge.reports.report import Growth, Growths, Memory, Runtime
from tests.judge.cli.reports import report

RUNTIME = Runtime(ratio=1.13, low=1.09, high=1.17, cpu_seconds=2e-3, reference_cpu_seconds=1e-3)


def shown(growth: Growth) -> str:
    """Return what a pipe gets of an accepted report with this growth."""
    stream = StringIO()
    timed = report(
        runtime=RUNTIME,
        growth=Growths(time=growth),
        memory=Memory(peak_bytes=50_000_000, reference_peak_bytes=40_000_000, method="cgroup"),
    )
    show_report(open_console(stream, plain=True), timed, ReportContext("mine.py"))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("growth", "words"),
    [
        (
            Growth(measured="n log n", also_consistent_with=["n"], declared="n", agrees=True),
            "a call, grows like n log n, as declared\n",
        ),
        (
            Growth(measured="n^2", reference="n", declared="n", agrees=False),
            "a call, grows like n^2; declared was n; the reference grows like n\n",
        ),
        (
            Growth(measured="n", also_consistent_with=["n log n"], reference="n log n"),
            "a call, grows like n (or n log n)\n",
        ),
        (
            Growth(measured="n log n", also_consistent_with=["n", "n^2"], reference="n"),
            "a call, grows like n, n log n or n^2\n",
        ),
        (
            Growth(
                measured="n log n",
                also_consistent_with=["n^2"],
                declared="n^2",
                agrees=True,
                comparison="which allows O(n^2), as declared",
            ),
            "a call, grows like n log n or n^2, which allows O(n^2), as declared\n",
        ),
        (
            Growth(measured="n^3", also_consistent_with=["2^n"], declared="n", agrees=False),
            "a call, grows like n^3 or an exponential; declared was n\n",
        ),
    ],
)
def test_the_line_of_the_runtime_ends_with_the_growth(growth: Growth, words: str) -> None:
    """As declared, or not, or what it may be beside; the reference's where that differs."""
    assert words in shown(growth)


def test_memory_is_set_beside_the_references() -> None:
    """One ratio says more than bytes that the input takes most of."""
    assert "memory: 1.25x the reference, peak 48 MiB (cgroup)" in shown(Growth(measured="n"))


def test_what_a_server_reports_cannot_write_to_the_terminal() -> None:
    """A declared complexity is the submission's own text."""
    text = shown(Growth(measured="n", declared="\x1b[2J", agrees=False))
    assert "\x1b" not in text
    assert "\\x1b[2J" in text
