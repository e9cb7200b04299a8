"""Measurements of the judge itself; never part of the test run."""
