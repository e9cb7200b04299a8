"""The guest: runs inside the sandbox and loads, calls and encodes for the judge.

It shares an interpreter with hostile code, so the judge does not trust its replies: they are parsed
as hostile bytes, and compared outside. Standard library only.
"""
