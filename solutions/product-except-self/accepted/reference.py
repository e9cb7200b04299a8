"""Reference: left products into the answer, then a running product from the right.

Time: O(n), Space: O(n).
"""


def product_except_self(nums):
    result, product = [], 1
    for x in nums:
        result.append(product)
        product *= x
    product = 1
    for i in range(len(nums) - 1, -1, -1):
        result[i] *= product
        product *= nums[i]
    return result
