"""Accepted: remembers the nearest day of each of the 71 degrees; returns a tuple."""


def dailyTemperatures(temperatures):
    nearest = {}
    answer = []
    for day in reversed(range(len(temperatures))):
        warmer = [nearest[t] for t in range(temperatures[day] + 1, 101) if t in nearest]
        answer.append(min(warmer) - day if warmer else 0)
        nearest[temperatures[day]] = day
    return tuple(reversed(answer))
