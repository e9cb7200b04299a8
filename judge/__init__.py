"""A judge for coding rounds: true verdicts, small counterexamples, honest timing.

    import os
    import judge

    problem = judge.load_problem("lca")
    submission = judge.read_submission("my_solution.py")
    settings = judge.Settings.from_environment(os.environ)
    report = judge.result_of(judge.judge(submission, problem, settings))
    print(report.verdict, report.summary)

Judging, running and measuring are generators: they yield progress and, but for `run`, return
their result. `examples/library.py` watches one, and `judge.testing` has what tests need.

A submission's own failures are verdicts. What is raised is a `judge.errors.JudgeError`: a
`UsageError` for a mistake in the call, a `ProblemError` for a faulty package, a `HostError` for
what this host lacks.
"""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

__version__ = "0.1.0"

__all__ = [
    "Report",
    "Settings",
    "Submission",
    "Verdict",
    "bench",
    "judge",
    "load_problem",
    "read_submission",
    "result_of",
    "run",
]

if TYPE_CHECKING:
    from judge.events import result_of as result_of
    from judge.measurement import bench as bench
    from judge.pipeline import judge as judge
    from judge.pipeline import run as run
    from judge.problems import load_problem as load_problem
    from judge.reports import Report as Report
    from judge.settings import Settings as Settings
    from judge.submission import Submission as Submission
    from judge.submission import read_submission as read_submission
    from judge.verdict import Verdict as Verdict
else:
    # Asking for a name imports its module, so that `import judge` costs nothing.
    __getattr__ = lazy_face(
        __name__,
        {
            "events": "result_of",
            "measurement": "bench",
            "pipeline": "judge run",
            "problems": "load_problem",
            "reports": "Report",
            "settings": "Settings",
            "submission": "Submission read_submission",
            "verdict": "Verdict",
        },
    )
