def letter_combinations(digits):
    def rest(ds):
        match ds:
            case []:
                return [""]
            case ["0" | "1", *_]:
                return []
            case [head, *tail]:
                return [c + w for w in rest(tail) for c in KEY[head]]
    return rest(list(digits)) if digits else []

KEY = dict(enumerate(["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"], 2))
KEY = {str(k): v for k, v in KEY.items()}
