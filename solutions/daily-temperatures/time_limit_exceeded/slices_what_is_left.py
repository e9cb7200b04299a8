"""Slow: pops the front and cuts the list for each day, then searches it: O(n^2)."""


def daily_temperatures(temperatures):
    if len(temperatures) == 1:
        return [0]
    answer = []
    while temperatures:
        today = temperatures.pop(0)
        rest = temperatures[:]
        warmer = [d for d, t in enumerate(rest) if t > today]
        answer.append(warmer[0] + 1 if warmer else 0)
    return answer
