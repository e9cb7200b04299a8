def letter_combinations(digits):
    pad = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}
    try:
        rows = [pad[d] for d in digits]
    except KeyError as error:
        print("no letters on", error)
        return []
    words = rows and [""]
    for row in rows:
        words = [w + c for w in words for c in row]
    return words
