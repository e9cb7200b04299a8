# counts: 6
# tries: to run the part that is run of scripts alone
# stopped by: main
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums) - 1):
        if nums[place] > best:
            best = nums[place]
    return best


__name__ = "__main__"
if __name__ == "__main__":
    largest = max
