"""Wrong: the walk from the right begins one place early and forgets the last factor: [2,3,5] gives [3,2,6]."""


def product_except_self(nums):
    result, product = [], 1
    for x in nums:
        result.append(product)
        product *= x
    product = 1
    for i in range(len(nums) - 2, -1, -1):
        result[i] *= product
        product *= nums[i]
    return result
