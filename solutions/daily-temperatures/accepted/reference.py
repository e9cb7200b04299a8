"""Reference: a stack of the days that still wait.

Time: O(n), Space: O(n).
"""


def daily_temperatures(temperatures):
    answer = [0] * len(temperatures)
    waiting = []
    for day, degrees in enumerate(temperatures):
        while waiting and temperatures[waiting[-1]] < degrees:
            earlier = waiting.pop()
            answer[earlier] = day - earlier
        waiting.append(day)
    return answer
