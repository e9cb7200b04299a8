"""Wrong: leaves out all numbers equal to the current one: [3,3] gives [1,1]."""


def product_except_self(nums):
    counts = Counter(nums)
    products = {}
    for x in counts:
        product = 1
        for y, count in counts.items():
            if y != x:
                product *= y ** count
        products[x] = product
    return [products[x] for x in nums]
