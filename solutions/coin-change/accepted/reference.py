"""Reference: a table of the fewest coins for each total, one coin after another.

Time: O(coins * amount), Space: O(amount).
"""


def coin_change(coins, amount):
    least = [0] + [float("inf")] * amount
    for coin in coins:
        for rest in range(amount + 1 - coin):
            if least[rest] + 1 < least[rest + coin]:
                least[rest + coin] = least[rest] + 1
    return least[amount] if least[amount] <= amount else -1
