# expect: OLE
# tries: to return an answer that is small in memory and huge when it is written out
# stopped by: output-caps
def echo(n):
    answer = [1]
    for _ in range(40):
        answer = [answer, answer]
    return answer
