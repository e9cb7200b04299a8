def find_kth_largest(nums, k):
    size = 20001
    tree = [0] * (size + 1)
    for n in nums:
        i = n + 10001
        while i <= size:
            tree[i] += 1
            i += i & -i
    rank = len(nums) - k + 1
    place = 0
    for bit in range(15, -1, -1):
        nxt = place + (1 << bit)
        if nxt <= size and tree[nxt] < rank:
            place = nxt
            rank -= tree[nxt]
    return place + 1 - 10001
