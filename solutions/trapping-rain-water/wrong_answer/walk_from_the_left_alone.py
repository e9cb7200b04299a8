"""Wrong: closes a pool at the next bar at least as tall, so nothing lies behind the tallest: [5,0,3] gives 0."""


def trap(height):
    wall, water, pool = 0, 0, 0
    for h in height:
        if h >= wall:
            water += pool
            wall, pool = h, 0
        else:
            pool += wall - h
    return water
