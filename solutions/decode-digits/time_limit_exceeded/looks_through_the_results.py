"""Slow: guards against duplicates by `not in` a list: quadratic in 10,946 results, three times over."""


class Solution:
    def decodeDigits(self, digits: str) -> List[str]:
        def walk(rest):
            if not rest:
                return [""]
            found = []
            for size in (1, 2):
                code = rest[:size]
                if len(code) == size and code[0] != "0" and int(code) <= 26:
                    for tail in walk(rest[size:]):
                        if chr(64 + int(code)) + tail not in found:
                            found.append(chr(64 + int(code)) + tail)
            return found

        return walk(digits) if digits else []
