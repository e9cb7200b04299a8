def letter_combinations(digits):
    def letters(d):
        d = int(d)
        if d < 2:
            return []
        first = ord("a") + (d - 2) * 3 + (d > 7)
        return [chr(first + i) for i in range(3 + (d in (7, 9)))]
    out = [""] if digits else []
    for d in digits:
        out = [a + b for b in letters(d) for a in out]
    return out
