"""Accepted: breadth first over the rests, level by level, in sets."""


def coinChange(coins, amount):
    level, seen, used = {amount}, {amount}, 0
    while level:
        if 0 in level:
            return used
        level = {rest - coin for rest in level for coin in coins if coin <= rest} - seen
        seen |= level
        used += 1
    return -1
