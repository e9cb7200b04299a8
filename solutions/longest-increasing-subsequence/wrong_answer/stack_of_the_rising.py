"""Wrong: pops what is not smaller from a stack, and forgets how long it was: [2, 3, 1, 4] gives 2."""


class Solution:
    def lengthOfLIS(self, nums: List[int]) -> int:
        stack, best = [], 0
        for num in nums:
            while stack and stack[-1] >= num:
                stack.pop()
            stack.append(num)
            best = max(best, len(stack))
        return best
