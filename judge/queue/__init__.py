"""What waits to be judged: one small protocol, and the lease table that keeps it here."""

from judge.queue.protocol import Lease, Queue

__all__ = ["Lease", "Queue"]
