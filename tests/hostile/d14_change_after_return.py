# expect: WA
# tries: to change its answer after it was returned, while it is being read
# stopped by: outside-check
# unshown: its answer is never right, whenever it is read
import threading

answer = []
started = False


def mutate():
    while True:
        answer.append(answer)
        answer.clear()


def echo(n):
    global started
    if not started:
        started = True
        threading.Thread(target=mutate, daemon=True).start()
    return answer
