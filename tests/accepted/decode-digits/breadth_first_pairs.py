def decode_digits(digits):
    todo = [("", digits)] if digits else []
    done = []
    while todo:
        text, rest = todo.pop()
        if not rest:
            done.append(text)
            continue
        for n in 1, 2:
            head = rest[:n]
            if len(head) == n and head[0] > "0" and int(head) <= 26:
                todo.append((text + chr(int(head) + 64), rest[n:]))
    return done
