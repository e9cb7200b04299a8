def decode_digits(digits):
    if not digits:
        return []
    found = []
    def go(i, text):
        if i == len(digits):
            found.append(text)
            return
        if digits[i] == '0':
            return
        go(i + 1, text + chr(ord('A') + int(digits[i]) - 1))
        if i + 1 < len(digits) and int(digits[i:i+2]) < 27:
            go(i + 2, text + chr(ord('A') + int(digits[i:i+2]) - 1))
    go(0, "")
    return found
