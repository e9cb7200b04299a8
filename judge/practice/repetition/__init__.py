"""Spaced repetition: reviews, when a problem is due again, and what a hint costs there."""
