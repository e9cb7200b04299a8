def letter_combinations(digits):
    letters = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl",
               "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}
    stack, done = [""], []
    while digits and stack:
        word = stack.pop()
        if len(word) == len(digits):
            done.append(word)
        else:
            stack.extend(word + c for c in letters.get(digits[len(word)], ()))
    return done
