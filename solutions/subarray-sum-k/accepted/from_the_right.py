"""Accepted: the dictionary has the sums that are wanted, not those that were seen; a bare method."""


def subarraySum(self, nums, k):
    wanted = {k: 1}
    total = answer = 0
    for num in nums:
        total += num
        if total in wanted:
            answer += wanted[total]
        wanted[total + k] = wanted.get(total + k, 0) + 1
    return answer
