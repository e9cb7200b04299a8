"""Wrong: balance reads without the token that all others take, between a transfer's halves."""

from contextlib import contextmanager
from queue import Queue


class Bank:
    def __init__(self):
        self.money = {}
        self.tokens = Queue(maxsize=1)
        self.tokens.put(object())

    @contextmanager
    def alone(self):
        token = self.tokens.get()
        try:
            yield
        finally:
            self.tokens.put(token)

    def open(self, account, amount):
        with self.alone():
            if account in self.money:
                return False
            self.money[account] = amount
            return True

    def deposit(self, account, amount):
        with self.alone():
            if account in self.money:
                self.money[account] += amount
                return True
            return False

    def withdraw(self, account, amount):
        with self.alone():
            have = self.money.get(account)
            if have is None or have < amount:
                return False
            self.money[account] = have - amount
            return True

    def transfer(self, source, target, amount):
        with self.alone():
            if not {source, target} <= self.money.keys():
                return False
            if self.money[source] < amount:
                return False
            self.money[source] -= amount
            self.money[target] += amount
            return True

    def balance(self, account):
        return self.money.get(account)

    def total(self):
        with self.alone():
            return sum(self.money.values())
