def letter_combinations(digits):
    rows = ["abc def ghi jkl mno pqrs tuv wxyz".split()[int(d) - 2] if d in "23456789" else "" for d in digits]
    total = math.prod(map(len, rows)) if rows else 0
    answer = []
    for number in range(total):
        word = ""
        for row in reversed(rows):
            number, place = divmod(number, len(row))
            word = row[place] + word
        answer.append(word)
    return answer
