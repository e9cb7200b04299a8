class Solution(object):
    def lengthOfLongestSubstring(self, s):
        """
        :type s: str
        :rtype: int
        """
        count = Counter()
        l = res = 0
        for r, ch in enumerate(s):
            count[ch] += 1
            while count[ch] > 1:
                count[s[l]] -= 1
                l += 1
            res = max(res, r - l + 1)
        return res
