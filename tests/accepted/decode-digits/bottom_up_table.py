def decodings(digits):
    n = len(digits)
    if n == 0:
        return []
    dp = [[] for _ in range(n + 1)]
    dp[0] = [""]
    for i in range(1, n + 1):
        if digits[i - 1] != "0":
            dp[i].extend(w + chr(64 + int(digits[i - 1])) for w in dp[i - 1])
        if i > 1 and "10" <= digits[i - 2:i] <= "26":
            dp[i].extend(w + chr(64 + int(digits[i - 2:i])) for w in dp[i - 2])
    return dp[n]
