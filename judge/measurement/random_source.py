"""Randomness for the inputs that submissions are measured on."""

import random
import secrets


def fresh_random() -> random.Random:
    """Return a source of inputs that no submission can foresee and no run repeats."""
    return random.Random(secrets.randbits(128))  # noqa: S311 - inputs, no secret
