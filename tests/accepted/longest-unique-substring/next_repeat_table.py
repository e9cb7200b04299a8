def length_of_longest_substring(s):
    n = len(s)
    upcoming = {}
    end = n
    best = 0
    for i in range(n - 1, -1, -1):
        end = min(end, upcoming.get(s[i], n))
        upcoming[s[i]] = i
        best = max(best, end - i)
    return best
