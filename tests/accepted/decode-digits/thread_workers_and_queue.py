import queue
import threading

def decode_digits(digits):
    if not digits:
        return []
    work, done = queue.SimpleQueue(), []
    work.put((0, ""))
    pending = threading.Semaphore(0)

    def worker():
        stack = [work.get()]
        while stack:
            i, text = stack.pop()
            if i == len(digits):
                done.append(text)
                continue
            for size in (1, 2):
                code = digits[i:i + size]
                if len(code) == size and code[0] != "0" and int(code) <= 26:
                    stack.append((i + size, text + chr(64 + int(code))))
        pending.release()

    thread = threading.Thread(target=worker, daemon=True)
    thread.start()
    pending.acquire()
    thread.join()
    return done
