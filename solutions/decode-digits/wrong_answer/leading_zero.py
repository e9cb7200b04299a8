"""Wrong: looks at the number only, so 01 passes for A: "01" gives A."""


class Solution:
    def decodeDigits(self, digits: str) -> List[str]:
        def walk(rest):
            if not rest:
                return [""]
            found = []
            for size in (1, 2):
                if size <= len(rest) and 1 <= int(rest[:size]) <= 26:
                    found += [chr(64 + int(rest[:size])) + tail for tail in walk(rest[size:])]
            return found

        return walk(digits) if digits else []
