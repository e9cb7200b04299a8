"""Accepted: one total after another appended to a list, with a default for no coin."""


def coinChange(coins, amount):
    best = [0]
    for total in range(1, amount + 1):
        best.append(min((best[total - c] + 1 for c in coins if c <= total), default=math.inf))
    return best[-1] if best[-1] < math.inf else -1
