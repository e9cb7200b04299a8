"""Functions of a list of n whole numbers in no order, each with its class of time."""

import heapq
from bisect import bisect_left, insort
from collections import Counter, deque
from itertools import accumulate, permutations


def first_item(a):  # 1
    return a[0]


def length(a):  # 1
    return len(a)


def thousand_steps(a):  # 1
    total = 0
    for step in range(1000):
        total += a[step % len(a)]
    return total


def sum_by_loop(a):  # n
    total = 0
    for x in a:
        total += x
    return total


def sum_built_in(a):  # n
    return sum(a)


def reversed_copy(a):  # n
    return len(a[::-1])


def set_of_all(a):  # n
    return len(set(a))


def counted(a):  # n
    return Counter(a).most_common(1)[0][1]


def two_sum_by_dict(a):  # n
    seen = {}
    for i, x in enumerate(a):
        if -x - 1 in seen:
            return i
        seen[x] = i
    return -1


def best_run(a):  # n
    best = here = a[0]
    for x in a[1:]:
        here = max(x, here + x)
        best = max(best, here)
    return best


def prefix_sums(a):  # n
    return list(accumulate(a))[-1]


def queue_round(a):  # n
    queue = deque(a)
    total = 0
    while queue:
        total ^= queue.popleft()
    return total


def next_greater(a):  # n
    stack, found = [], 0
    for x in a:
        while stack and stack[-1] < x:
            stack.pop()
            found += 1
        stack.append(x)
    return found


def halves_by_index(a):  # n
    def total(start, end):
        if end - start == 1:
            return a[start]
        middle = (start + end) // 2
        return total(start, middle) + total(middle, end)

    return total(0, len(a))


def window_maximum(a):  # n
    window, best = deque(), 0
    for i, x in enumerate(a):
        while window and a[window[-1]] <= x:
            window.pop()
        window.append(i)
        if window[0] <= i - 50:
            window.popleft()
        best += a[window[0]]
    return best


def made_a_heap(a):  # n
    heapq.heapify(a)
    return a[0]


def quickselect(a):  # n
    k = len(a) // 2
    while True:
        pivot = a[len(a) // 2]
        less = [x for x in a if x < pivot]
        same = sum(x == pivot for x in a)
        if k < len(less):
            a = less
        elif k < len(less) + same:
            return pivot
        else:
            k -= len(less) + same
            a = [x for x in a if x > pivot]


def sorted_first(a):  # n log n
    return sorted(a)[0]


def merge_sort(a):  # n log n
    if len(a) < 2:
        return a
    left, right = merge_sort(a[: len(a) // 2]), merge_sort(a[len(a) // 2 :])
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]


def quick_sort(a):  # n log n
    if len(a) < 2:
        return a
    pivot = a[len(a) // 2]
    low, high = [x for x in a if x < pivot], [x for x in a if x > pivot]
    return quick_sort(low) + [x for x in a if x == pivot] + quick_sort(high)


def heap_sort(a):  # n log n
    heap = []
    for x in a:
        heapq.heappush(heap, -x)
    last = 0
    while heap:
        last = heapq.heappop(heap)
    return last


def longest_rising(a):  # n log n
    tails = []
    for x in a:
        at = bisect_left(tails, x)
        tails[at : at + 1] = [x]
    return len(tails)


def halves_by_slice(a):  # n log n
    if len(a) == 1:
        return a[0]
    return halves_by_slice(a[: len(a) // 2]) + halves_by_slice(a[len(a) // 2 :])


def sorted_by_key(a):  # n log n
    return sorted(a, key=lambda x: -x)[0]


def pairs_that_match(a):  # n^2
    found = 0
    for x in a:
        for y in a:
            found += x == y
    return found


def bubble_sort(a):  # n^2
    for end in range(len(a) - 1, 0, -1):
        for i in range(end):
            if a[i] > a[i + 1]:
                a[i], a[i + 1] = a[i + 1], a[i]
    return a[0]


def insertion_sort(a):  # n^2
    for i in range(1, len(a)):
        x, j = a[i], i
        while j and a[j - 1] > x:
            a[j] = a[j - 1]
            j -= 1
        a[j] = x
    return a[0]


def selection_by_remove(a):  # n^2
    rising = []
    while a:
        least = min(a)
        a.remove(least)
        rising.append(least)
    return rising[0]


def insort_all(a):  # n^2
    kept = []
    for x in a:
        insort(kept, x)
    return kept[0]


def seen_in_list(a):  # n^2
    seen = []
    for x in a:
        if x not in seen:
            seen.append(x)
    return len(seen)


def pop_from_front(a):  # n^2
    total = 0
    while a:
        total ^= a.pop(0)
    return total


def insert_at_front(a):  # n^2
    turned = []
    for x in a:
        turned.insert(0, x)
    return turned[0]


def maximum_of_prefixes(a):  # n^2
    return sum(max(a[: i + 1]) for i in range(len(a)))


def sums_of_slices(a):  # n^2
    return max(sum(a[i:]) for i in range(len(a)))


def joined_lists(a):  # n^2
    return len(sum([[x] for x in a], []))


def longest_rising_by_table(a):  # n^2
    best = [1] * len(a)
    for i, x in enumerate(a):
        for j in range(i):
            if a[j] < x and best[j] >= best[i]:
                best[i] = best[j] + 1
    return max(best)


def tail_by_recursion_of_slices(a):  # n^2
    total = 0
    while a:
        total ^= a[0]
        a = a[1:]
    return total


def three_sum_by_force(a):  # n^3
    found = 0
    for i in range(len(a)):
        for j in range(i):
            for k in range(j):
                found += a[i] + a[j] + a[k] == 0
    return found


def sums_of_all_slices(a):  # n^3
    best = 0
    for i in range(len(a)):
        for j in range(i, len(a)):
            best = max(best, sum(a[i : j + 1]))
    return best


def matrix_chain(a):  # n^3
    n = len(a) - 1
    cost = [[0] * (n + 1) for _ in range(n + 1)]
    for width in range(2, n + 1):
        for i in range(n - width + 1):
            j = i + width
            cost[i][j] = min(
                cost[i][k] + cost[k][j] + a[i] * a[k] * a[j] for k in range(i + 1, j)
            )
    return cost[0][n]


def subset_sums(a):  # 2^n
    def ways(at, left):
        if at == len(a):
            return left == 0
        return ways(at + 1, left) + ways(at + 1, left - a[at])

    return ways(0, sum(a) // 2)


def all_subsets(a):  # 2^n
    subsets = [0]
    for x in a:
        subsets += [s + x for s in subsets]
    return len(subsets)


def shortest_round_trip(a):  # 2^n
    return min(sum(abs(x - y) for x, y in zip(p, p[1:])) for p in permutations(a))


def splits_in_two(a):  # 2^n
    best = sum(a)
    for mask in range(1 << len(a)):
        part = sum(x for i, x in enumerate(a) if mask >> i & 1)
        best = min(best, abs(sum(a) - 2 * part))
    return best
