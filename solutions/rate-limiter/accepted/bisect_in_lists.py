"""Accepted: bisection for the edge, a dataclass for the settings, forgotten clients by a heap."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    limit: int
    window_ms: int

    def edge(self, now_ms: int) -> int:
        return now_ms - self.window_ms


class RateLimiter:
    def __init__(self, limit: int, window_ms: int) -> None:
        self.rule = Rule(limit, window_ms)
        self.times: dict[str, list[int]] = {}
        self.last_seen: list[tuple[int, str]] = []

    def allow(self, client: str, now_ms: int) -> bool:
        edge = self.rule.edge(now_ms)
        while self.last_seen and self.last_seen[0][0] <= edge:
            _, name = heapq.heappop(self.last_seen)
            if name in self.times and self.times[name][-1] <= edge:
                del self.times[name]
        times = self.times.get(client, [])
        if len(times) - bisect_right(times, edge) >= self.rule.limit:
            return False
        times.append(now_ms)
        if len(times) > 2 * self.rule.limit:
            del times[:bisect_right(times, edge)]
        self.times[client] = times
        heapq.heappush(self.last_seen, (now_ms, client))
        return True
