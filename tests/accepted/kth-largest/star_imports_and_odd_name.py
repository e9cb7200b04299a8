from heapq import *
from typing import *
from collections import *

def solve(nums: List[int], k: int) -> int:
    heap: List[int] = []
    for n in nums:
        heappush(heap, n) if len(heap) < k else heappushpop(heap, n)
    return heap[0]
