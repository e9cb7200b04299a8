class Decode:
    """The object itself is the entry."""
    def __init__(self, alphabet):
        self.alphabet = alphabet
        self.calls = 0

    def __call__(self, digits):
        self.calls += 1
        if not digits:
            return []
        out = [""]
        ends = {0: [""]}
        for end in range(1, len(digits) + 1):
            ends[end] = []
            if (one := int(digits[end - 1])):
                ends[end] += [w + self.alphabet[one] for w in ends[end - 1]]
            if end >= 2 and 10 <= (two := int(digits[end - 2:end])) <= 26:
                ends[end] += [w + self.alphabet[two] for w in ends[end - 2]]
            out = ends[end]
        return out

decode_digits = Decode("?" + string.ascii_uppercase)
