"""Memory-hungry: each call keeps a page of a megabyte per account for undoing it, and of all banks."""

import threading

PAGES = []


class Bank:
    def __init__(self):
        self.lock = threading.Lock()
        self.money = {}

    def keep(self):
        PAGES.append(bytearray(1_000_000))

    def open(self, account, amount):
        with self.lock:
            self.keep()
            if account in self.money:
                return False
            self.money[account] = amount
            return True

    def deposit(self, account, amount):
        with self.lock:
            self.keep()
            if account not in self.money:
                return False
            self.money[account] += amount
            return True

    def withdraw(self, account, amount):
        with self.lock:
            self.keep()
            if self.money.get(account, -1) < amount:
                return False
            self.money[account] -= amount
            return True

    def transfer(self, source, target, amount):
        with self.lock:
            self.keep()
            if target not in self.money or self.money.get(source, -1) < amount:
                return False
            self.money[source] -= amount
            self.money[target] += amount
            return True

    def balance(self, account):
        with self.lock:
            self.keep()
            return self.money.get(account)

    def total(self):
        with self.lock:
            self.keep()
            return sum(self.money.values())
