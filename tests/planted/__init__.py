"""Rare bugs planted on purpose: a table for each package of what hangs on an input."""
