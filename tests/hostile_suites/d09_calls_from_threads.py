# expect: WA|RTE
# tries: to mix up questions from many threads
# stopped by: share
import threading

from solution import largest


def test_it():
    found = []
    threads = [
        threading.Thread(target=lambda n=n: found.append(largest([n]) == n)) for n in range(1, 9)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(found) and len(found) == 8
