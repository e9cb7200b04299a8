"""Accepted: finds the tallest bar and walks towards it from both ends, with a helper."""


def trapping_rain_water(height):
    def side(bars):
        level = water = 0
        for bar in bars:
            level = max(level, bar)
            water += level - bar
        return water

    peak = height.index(max(height))
    return side(height[:peak]) + side(height[:peak:-1])
