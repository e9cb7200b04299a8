"""A judge for coding rounds: true verdicts, small counterexamples, honest timing."""

__version__ = "0.1.0"
