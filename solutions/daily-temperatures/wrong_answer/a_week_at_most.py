"""Wrong: looks thirty days ahead only, to be quick."""


def daily_temperatures(temperatures):
    answer = []
    for i, t in enumerate(temperatures):
        ahead = temperatures[i + 1:i + 31]
        answer.append(next((d for d, later in enumerate(ahead, 1) if later > t), 0))
    return answer
