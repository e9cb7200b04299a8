def letter_combinations(digits):
    keys = {'2': 'abc', '3': 'def', '4': 'ghi', '5': 'jkl', '6': 'mno', '7': 'pqrs', '8': 'tuv', '9': 'wxyz'}
    words = ['']
    for d in digits:
        words = [w + c for w in words for c in keys.get(d, '')]
    return words if digits else []
