"""Play a class under chosen schedules: one thread at a time, and a scheduler that says which.

The guest of Python imports this package for a problem of kind `threads`, before a source arrives.
Scheduler and submission share an interpreter, so a source is looked at first (`look`) and gets
neither modules nor names that lead out of it (`given`); whether a history is right is decided
outside. Standard library and the guest only.
"""
