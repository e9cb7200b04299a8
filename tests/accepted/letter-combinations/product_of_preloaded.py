def letterCombinations(digits):
    table = dict(zip("23456789", "abc def ghi jkl mno pqrs tuv wxyz".split()))
    return ["".join(p) for p in product(*[table.get(d, "") for d in digits])] if digits else []
