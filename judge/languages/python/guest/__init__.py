"""The part of the sandbox that runs inside, beside the submission: it loads, calls and encodes.

Everything here shares one interpreter with hostile code, so nothing it says is believed: the
judge takes its replies as bytes and compares outside. Standard library only.
"""
