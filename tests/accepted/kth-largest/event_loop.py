import asyncio

async def worker(queue, out):
    while True:
        n = await queue.get()
        if n is None:
            return
        out.append(n)

async def solve(nums, k):
    queue, out = asyncio.Queue(maxsize=64), []
    task = asyncio.create_task(worker(queue, out))
    for n in heapq.nlargest(k, nums)[-1:]:
        await queue.put(n)
    await queue.put(None)
    await asyncio.gather(task)
    return out[0]

class Solution:
    def findKthLargest(self, nums: List[int], k: int) -> int:
        return asyncio.run(solve(nums, k))
