class Solution:
    def wordBreak(self, s, wordDict):
        bad = set()
        def dfs(i):
            if i == len(s): return True
            if i in bad: return False
            for w in wordDict:
                if s.startswith(w, i) and dfs(i + len(w)): return True
            bad.add(i)
            return False
        return dfs(0)
