from string import ascii_uppercase
CODES = {str(i): c for i, c in enumerate(ascii_uppercase, 1)}

def decode_digits(digits):
    def gen(s):
        if not s:
            yield ""
        for code, letter in CODES.items():
            if s.startswith(code):
                for rest in gen(s[len(code):]):
                    yield letter + rest
    return list(gen(digits)) if digits else []
