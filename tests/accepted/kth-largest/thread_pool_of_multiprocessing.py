from multiprocessing.dummy import Pool
import multiprocessing as mp

def find_kth_largest(nums, k):
    lock, best = mp.Lock(), []
    def take(part):
        top = heapq.nlargest(k, part)
        with lock:
            best.extend(top)
    size = max(1, len(nums) // 3)
    with Pool(3) as pool:
        pool.map(take, [nums[i:i + size] for i in range(0, len(nums), size)])
    return sorted(best, reverse=True)[k - 1]
