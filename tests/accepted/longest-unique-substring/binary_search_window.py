def length_of_longest_substring(s):
    def possible(k):
        counts = Counter(s[:k])
        distinct = len(counts)
        if distinct == k:
            return True
        for new, old in zip(s[k:], s):
            counts[old] -= 1
            if not counts[old]:
                distinct -= 1
            if not counts[new]:
                distinct += 1
            counts[new] += 1
            if distinct == k:
                return True
        return False

    low, high = 0, min(len(s), len(set(s)))
    while low < high:
        mid = (low + high + 1) // 2
        if possible(mid):
            low = mid
        else:
            high = mid - 1
    return low
