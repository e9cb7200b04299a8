class Solution:
    def findKthLargest(self, nums, k):
        n = len(nums)

        def sink(i, end):
            while (child := 2 * i + 1) < end:
                if child + 1 < end and nums[child + 1] > nums[child]:
                    child += 1
                if nums[i] >= nums[child]:
                    break
                nums[i], nums[child] = nums[child], nums[i]
                i = child

        for i in range(n // 2 - 1, -1, -1):
            sink(i, n)
        for end in range(n - 1, n - k, -1):
            nums[0], nums[end] = nums[end], nums[0]
            sink(0, end)
        return nums[0]
