def decode_digits(digits):
    @cache
    def solve(s):
        if not s:
            return ("",)
        if len(s) == 1:
            return () if s == "0" else (chr(64 + int(s)),)
        m = len(s) // 2
        apart = tuple(a + b for a in solve(s[:m]) for b in solve(s[m:]))
        pair = s[m - 1:m + 1]
        if pair[0] != "0" and int(pair) <= 26:
            letter = chr(64 + int(pair))
            apart += tuple(a + letter + b for a in solve(s[:m - 1]) for b in solve(s[m + 1:]))
        return apart
    return list(solve(digits)) if digits else []
