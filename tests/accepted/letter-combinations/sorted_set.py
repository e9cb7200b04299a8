def letter_combinations(digits):
    keypad = {}
    for letter in string.ascii_lowercase:
        keypad.setdefault("22233344455566677778889999"[ord(letter) - 97], []).append(letter)
    found = {""} if digits else set()
    for digit in digits:
        found = {word + letter for word in found for letter in keypad.get(digit, [])}
    return sorted(found)
