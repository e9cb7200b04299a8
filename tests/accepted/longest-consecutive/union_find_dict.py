class Solution:
    def longestConsecutive(self, nums):
        parent = {x: x for x in nums}
        size = dict.fromkeys(nums, 1)
        def find(x):
            while parent[x] != x:
                parent[x] = parent[parent[x]]
                x = parent[x]
            return x
        for x in parent:
            if x + 1 in parent:
                a, b = find(x), find(x + 1)
                if a != b:
                    parent[a] = b
                    size[b] += size[a]
        return max(size.values(), default=0)
