"""Limits of the steps around a call: the same for every problem."""

from sandbox import Limit

#: Time to load: enough to compute tables at the top level.
LOAD = Limit(cpu_seconds=3.0, wall_seconds=8.0)


#: Building arguments and encoding an answer: the runner's work, but user code runs if a submission
#: defines its own nodes. Generous, since `FREE_SIDE_SECONDS` bounds what is free.
SIDE = Limit(cpu_seconds=5.0, wall_seconds=12.0)


#: CPU seconds of both that are not charged to a case: many times what an honest program takes.
FREE_SIDE_SECONDS = 0.25


#: `SIDE` for all batches of a long case together.
SIDE_OF_BATCHES = Limit(cpu_seconds=20.0, wall_seconds=48.0)
