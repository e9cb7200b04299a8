def decode_digits(digits):
    def step(state, d):
        before, now, last = state
        one = [w + chr(64 + int(d)) for w in now if d > "0"]
        two = [w + chr(64 + int(last + d)) for w in before if last and 10 <= int(last + d) <= 26]
        return now, one + two, d
    return reduce(step, digits, ([], [""], ""))[1] if digits else []
