def coinChange(coins, amount):
    seen, steps = 1, 0
    coins = [c for c in coins if c <= amount]
    mask = (1 << (amount + 1)) - 1
    while not seen >> amount & 1:
        new = seen
        for c in coins: new |= seen << c
        new &= mask
        if new == seen: return -1
        seen = new; steps += 1
    return steps
