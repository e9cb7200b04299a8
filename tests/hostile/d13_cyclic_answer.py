# expect: WA
# tries: to return an answer that contains itself
# stopped by: runner
def echo(n):
    answer = [n]
    answer.append(answer)
    cyclic = {"n": n, "list": answer}
    cyclic["self"] = cyclic
    return [answer, cyclic]
