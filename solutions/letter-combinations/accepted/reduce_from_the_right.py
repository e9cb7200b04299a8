"""Accepted: functools.reduce from the right, a list at the end."""


def letter_combinations(digits: str) -> list[str]:
    keys = " ,,abc,def,ghi,jkl,mno,pqrs,tuv,wxyz".split(",")
    keys[0] = ""
    return digits and reduce(
        lambda tails, d: [c + tail for c in keys[int(d)] for tail in tails], reversed(digits), [""]
    ) or []
