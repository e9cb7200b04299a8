from collections import defaultdict
def longest_unique_substring(s):
    seen = defaultdict(lambda: -1)
    left = -1
    ans = 0
    for i in range(len(s)):
        left = max(left, seen[s[i]])
        seen[s[i]] = i
        ans = max(ans, i - left)
    return ans
