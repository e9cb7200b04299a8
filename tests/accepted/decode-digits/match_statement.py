def decode_digits(digits):
    def words(rest):
        match rest:
            case []:
                return [""]
            case ["0", *_]:
                return []
            case ["1", b, *tail] | ["2", "0" | "1" | "2" | "3" | "4" | "5" | "6" as b, *tail]:
                a = rest[0]
                return [L(a) + w for w in words(rest[1:])] + [L(a + b) + w for w in words(tail)]
            case [a, *tail]:
                return [L(a) + w for w in words(tail)]
    L = lambda code: chr(int(code) + 64)
    return words([*digits]) if digits else []
