def decode_digits(digits):
    n = len(digits)
    cuts = [[]] if n else []
    complete = []
    while cuts:
        following = []
        for cut in cuts:
            used = sum(cut)
            if used == n:
                complete.append(cut)
                continue
            if digits[used] == "0":
                continue
            following.append(cut + [1])
            if used + 2 <= n and int(digits[used:used + 2]) <= 26:
                following.append(cut + [2])
        cuts = following
    def text(cut):
        it = iter(digits)
        return "".join(chr(64 + int("".join(itertools.islice(it, size)))) for size in cut)
    return [text(cut) for cut in complete]
