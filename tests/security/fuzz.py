"""Fuzzes the road of hostile bytes with atheris, and takes the options of libFuzzer.

Run as `python -m tests.security.fuzz`. atheris is not locked: install it by hand. Makes no file
but what libFuzzer makes on a crash.
"""

import sys

import atheris  # type: ignore[import-untyped]  # without types, and not installed as a rule

with atheris.instrument_imports(include=["sandbox", "judge"]):
    from tests.security.fuzzing import one_input

if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
