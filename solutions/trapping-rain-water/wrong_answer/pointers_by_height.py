"""Wrong: moves the pointer at the lower bar but adds up to the other side's maximum: [3,0,1] gives 3."""


class Solution:
    def trap(self, height):
        l, r = 0, len(height) - 1
        best_l = best_r = water = 0
        while l < r:
            best_l = max(best_l, height[l])
            best_r = max(best_r, height[r])
            if height[l] < height[r]:
                water += best_r - height[l] if best_l > height[l] else 0
                l += 1
            else:
                water += best_l - height[r] if best_r > height[r] else 0
                r -= 1
        return water
