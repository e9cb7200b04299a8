from collections import deque
def letter_combinations(digits: str) -> List[str]:
    m = {2: "abc", 3: "def", 4: "ghi", 5: "jkl", 6: "mno", 7: "pqrs", 8: "tuv", 9: "wxyz"}
    if len(digits) == 0:
        return []
    q = deque([""])
    for i in range(len(digits)):
        letters = m.get(int(digits[i]), "")
        for _ in range(len(q)):
            word = q.popleft()
            for l in letters:
                q.append(word + l)
    return list(q)
