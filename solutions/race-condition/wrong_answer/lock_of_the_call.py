"""Wrong: each call makes a lock of its own, which keeps nobody out."""

import threading


class Bank:
    def __init__(self):
        self.lock = threading.Lock()
        self.money = {}

    def open(self, account, amount):
        with threading.Lock():
            if account in self.money:
                return False
            self.money[account] = amount
            return True

    def deposit(self, account, amount):
        with threading.Lock():
            if account not in self.money:
                return False
            self.money[account] += amount
            return True

    def withdraw(self, account, amount):
        with threading.Lock():
            if self.money.get(account, -1) < amount:
                return False
            self.money[account] -= amount
            return True

    def transfer(self, source, target, amount):
        with threading.Lock():
            if target not in self.money or self.money.get(source, -1) < amount:
                return False
            self.money[source] -= amount
            self.money[target] += amount
            return True

    def balance(self, account):
        with threading.Lock():
            return self.money.get(account)

    def total(self):
        with threading.Lock():
            return sum(self.money.values())
