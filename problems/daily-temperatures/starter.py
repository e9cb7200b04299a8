class Solution:
    def dailyTemperatures(self, temperatures: list[int]) -> list[int]:
        # A plain function `def daily_temperatures(temperatures):` is fine too.
        pass
