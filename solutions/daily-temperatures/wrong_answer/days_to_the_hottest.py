"""Wrong: counts the days to the hottest later day, not to the nearest warmer one."""


def daily_temperatures(temperatures):
    n = len(temperatures)
    answer = [0] * n
    best = n - 1
    for i in range(n - 2, -1, -1):
        if temperatures[best] > temperatures[i]:
            answer[i] = best - i
        else:
            best = i
    return answer
