"""CPU time against the reference on the same fresh inputs: measured, with an interval.

What is believed: the CPU clock of another process, read from outside at the borders of the CALL
frame. What is done about noise: submission and reference take turns on one core that no other
judge times on, and every figure is a ratio of two neighbours in time.
"""
