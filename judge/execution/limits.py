"""Limits of the steps around a call: the same for every problem."""

from sandbox import Limit

#: Loading may compute tables, but not for ever.
LOAD = Limit(cpu_seconds=3.0, wall_seconds=8.0)


#: Building arguments and encoding an answer are the runner's work, and user code where the
#: submission defines its own nodes. Generous: the total below is what counts.
SIDE = Limit(cpu_seconds=5.0, wall_seconds=12.0)


#: CPU seconds of both that cost a case nothing: many times what they take of an honest program.
FREE_SIDE_SECONDS = 0.25


#: The same for all batches of a long case together.
SIDE_OF_BATCHES = Limit(cpu_seconds=20.0, wall_seconds=48.0)
