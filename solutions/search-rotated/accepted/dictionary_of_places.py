"""Accepted: a dictionary of all places, with a print for every call: linear."""


class Solution:
    def search(self, nums: List[int], target: int) -> int:
        places = {value: place for place, value in enumerate(nums)}
        answer = places.get(target, -1)
        print("found at", answer)
        return answer
