class State(NamedTuple):
    text: str
    at: int

def decode_digits(digits):
    states: Deque = deque([State("", 0)])
    answer: List[str] = []
    while states and digits:
        text, at = states.popleft()
        if at == len(digits):
            answer.append(text)
        for size in (1, 2):
            part = digits[at:at + size]
            if len(part) == size and part[0] != "0" and int(part) <= 26:
                states.append(State(text + chr(64 + int(part)), at + size))
    return answer
