def length_of_longest_substring(s):
    # 窗口只会变大,不会缩小
    counts = {}
    repeated = left = 0
    for c in s:
        counts[c] = counts.get(c, 0) + 1
        if counts[c] == 2:
            repeated += 1
        if repeated:
            gone = s[left]
            counts[gone] -= 1
            if counts[gone] == 1:
                repeated -= 1
            left += 1
    return len(s) - left
