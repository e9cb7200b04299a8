"""Wrong: days without a warmer one are left out of the answer."""


def daily_temperatures(temperatures):
    waiting, answer = [], {}
    for day, degrees in enumerate(temperatures):
        while waiting and temperatures[waiting[-1]] < degrees:
            earlier = waiting.pop()
            answer[earlier] = day - earlier
        waiting.append(day)
    return [answer[day] for day in sorted(answer)]
