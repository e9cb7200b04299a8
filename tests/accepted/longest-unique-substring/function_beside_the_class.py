def lengthOfLongestSubstring(s):
    """The first attempt, kept for comparison: too slow."""
    return max((len(set(s[i:j])) for i in range(len(s)) for j in range(i, len(s) + 1)
                if len(set(s[i:j])) == j - i), default=0)

class Solution:
    def lengthOfLongestSubstring(self, s: str) -> int:
        last, left, ans = {}, -1, 0
        for i, c in enumerate(s):
            left = max(left, last.get(c, -1))
            last[c] = i
            ans = max(ans, i - left)
        return ans

if __name__ == "__main__":
    for s in ("abcabcbb", "bbbbb", "pwwkew", ""):
        assert Solution().lengthOfLongestSubstring(s) == lengthOfLongestSubstring(s)
