class Solution:
    def decodeDigits(self, digits: str) -> List[str]:
        @lru_cache(None)
        def tail(i):
            if i == len(digits):
                return [""]
            out = []
            for size in (1, 2):
                code = digits[i:i + size]
                if len(code) == size and code[0] != "0" and int(code) <= 26:
                    out += [chr(64 + int(code)) + rest for rest in tail(i + size)]
            return out
        return tail(0) if digits else []
