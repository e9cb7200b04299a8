class Solution:
	def findKthLargest(self, nums, k):
		# Einrückung mit Tabulatoren, Zeilenenden von Windows
		nums = sorted(nums)
		if k == 1:
			return nums[-1]
		else:
			return nums[len(nums) - k]
