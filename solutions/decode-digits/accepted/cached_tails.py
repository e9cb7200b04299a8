"""Accepted: lru_cache on the rest of the string, which is the whole argument, so it may survive."""


@lru_cache(maxsize=None)
def tails(rest):
    if not rest:
        return ("",)
    found = []
    for size in (1, 2):
        code = rest[:size]
        if len(code) == size and code[0] != "0" and int(code) < 27:
            found.extend(string.ascii_uppercase[int(code) - 1] + tail for tail in tails(rest[size:]))
    return tuple(found)


def decodings(digits: str) -> list:
    return list(tails(digits)) if digits else []
