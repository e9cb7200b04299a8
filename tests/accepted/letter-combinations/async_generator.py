import asyncio

KEYS = dict(zip("23456789", "abc def ghi jkl mno pqrs tuv wxyz".split()))

async def words(digits):
    if not digits:
        yield ""
        return
    async for head in words(digits[:-1]):
        for letter in KEYS.get(digits[-1], ""):
            yield head + letter

async def collected(digits):
    return [word async for word in words(digits)]

class Solution:
    def letterCombinations(self, digits: str) -> List[str]:
        return asyncio.run(collected(digits)) if digits else []
