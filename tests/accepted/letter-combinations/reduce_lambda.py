KEYS = ' ,,abc,def,ghi,jkl,mno,pqrs,tuv,wxyz'.split(',')
letter_combinations = lambda digits: reduce(
    lambda acc, d: [a + c for a in acc for c in (KEYS[int(d)] if d > "1" else "")], digits, [""]) if digits else []
