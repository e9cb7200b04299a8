from itertools import accumulate as acc
trap = lambda height: sum(map(min, acc(height, max), [*acc(height[::-1], max)][::-1])) - sum(height)
