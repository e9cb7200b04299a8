"""Submissions, runs and rounds: taken in, followed to their end, kept as long as they should."""
