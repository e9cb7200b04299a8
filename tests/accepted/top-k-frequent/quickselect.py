import random
class Solution:
    def topKFrequent(self, nums, k):
        c = collections.Counter(nums)
        u = list(c)
        def select(l, r, k):
            p = c[u[random.randint(l, r)]]
            i, lo, hi = l, l, r
            while i <= hi:
                if c[u[i]] > p: u[lo], u[i] = u[i], u[lo]; lo += 1; i += 1
                elif c[u[i]] < p: u[hi], u[i] = u[i], u[hi]; hi -= 1
                else: i += 1
            if k < lo: select(l, lo - 1, k)
            elif k > hi + 1: select(hi + 1, r, k)
        select(0, len(u) - 1, k)
        return u[:k]
