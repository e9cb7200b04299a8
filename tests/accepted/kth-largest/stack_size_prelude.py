import sys, threading, resource
sys.setrecursionlimit(1 << 25)
threading.stack_size(1 << 28)
resource.setrlimit(resource.RLIMIT_STACK, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
input = sys.stdin.readline

def find_kth_largest(nums, k):
    out = []
    def main():
        out.append(sorted(nums)[-k])
    t = threading.Thread(target=main)
    t.start()
    t.join()
    return out[0]
