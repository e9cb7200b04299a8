"""Memory-hungry: a row of counts for each number: n times the number of values."""


def top_k_frequent(nums, k):
    values = list(dict.fromkeys(nums))
    place = {value: i for i, value in enumerate(values)}
    rows = [[0] * len(values) for _ in nums]
    for row, num in zip(rows, nums):
        row[place[num]] = 1
    totals = [sum(column) for column in zip(*rows)]
    return sorted(values, key=lambda value: -totals[place[value]])[:k]
