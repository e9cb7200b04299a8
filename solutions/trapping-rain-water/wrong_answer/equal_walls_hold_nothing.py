"""Wrong: a pool needs a right wall taller than the left one, or the rest is cut off: [2,0,2] gives 0."""


def trap(height):
    def side(bars):
        wall = water = pool = 0
        for bar in bars:
            if bar > wall:
                water += pool
                wall, pool = bar, 0
            else:
                pool += wall - bar
        return water

    return side(height) + side(height[::-1])
