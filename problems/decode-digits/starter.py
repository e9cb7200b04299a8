class Solution:
    def decodeDigits(self, digits: str) -> list[str]:
        # A plain function `def decode_digits(digits):` is fine too.
        pass
