"""Wrong: compares with the next day only."""


def daily_temperatures(temperatures):
    pairs = zip(temperatures, temperatures[1:])
    return [1 if later > earlier else 0 for earlier, later in pairs] + [0]
