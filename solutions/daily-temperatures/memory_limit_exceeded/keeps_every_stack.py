"""Memory-hungry: keeps the days that wait after each day, to look at later."""


def daily_temperatures(temperatures):
    history = [[]]
    answer = [0] * len(temperatures)
    for day, degrees in enumerate(temperatures):
        waiting = list(history[-1])
        while waiting and temperatures[waiting[-1]] < degrees:
            earlier = waiting.pop()
            answer[earlier] = day - earlier
        history.append(waiting + [day])
    return answer
