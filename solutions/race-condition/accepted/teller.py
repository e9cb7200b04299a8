"""Accepted: one thread owns the money; the others hand it work through a queue."""

import queue
import threading


class Bank:
    def __init__(self):
        self.requests = queue.Queue()
        self.money = {}
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            work, answer = self.requests.get()
            answer.put(work())

    def _ask(self, work):
        answer = queue.Queue(maxsize=1)
        self.requests.put((work, answer))
        return answer.get()

    def open(self, account, amount):
        def work():
            if account in self.money:
                return False
            self.money[account] = amount
            return True

        return self._ask(work)

    def deposit(self, account, amount):
        return self._ask(lambda: self._add(account, amount))

    def withdraw(self, account, amount):
        return self._ask(lambda: self._add(account, -amount))

    def _add(self, account, amount):
        if account not in self.money or self.money[account] + amount < 0:
            return False
        self.money[account] += amount
        return True

    def transfer(self, source, target, amount):
        def work():
            return target in self.money and self._add(source, -amount) and self._add(target, amount)

        return self._ask(work)

    def balance(self, account):
        return self._ask(lambda: self.money.get(account))

    def total(self):
        return self._ask(lambda: sum(self.money.values()))
