import asyncio
from concurrent.futures import ThreadPoolExecutor

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
pool = ThreadPoolExecutor(max_workers=2)

def find_kth_largest(nums, k):
    half = len(nums) // 2
    async def both():
        return await asyncio.gather(
            loop.run_in_executor(pool, sorted, nums[:half]),
            loop.run_in_executor(pool, sorted, nums[half:]),
        )
    a, b = loop.run_until_complete(both())
    merged = list(heapq.merge(a, b))
    return merged[-k]
