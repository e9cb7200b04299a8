"""Wrong: total() takes the names first, so it misses an account and sees a deposit that came after it."""

from contextlib import ExitStack
from threading import Lock


class Bank:
    def __init__(self):
        self.opening = Lock()
        self.money = {}
        self.locks = {}

    def locked(self, *accounts):
        stack = ExitStack()
        for account in sorted(set(accounts)):
            if account in self.locks:
                stack.enter_context(self.locks[account])
        return stack

    def open(self, account, amount):
        with self.opening:
            if account in self.money:
                return False
            self.locks[account] = Lock()
            self.money[account] = amount
            return True

    def deposit(self, account, amount):
        with self.locked(account):
            if account not in self.money:
                return False
            self.money[account] += amount
            return True

    def withdraw(self, account, amount):
        with self.locked(account):
            if account not in self.money or self.money[account] < amount:
                return False
            self.money[account] -= amount
            return True

    def transfer(self, source, target, amount):
        with self.locked(source, target):
            if source not in self.money or target not in self.money:
                return False
            if self.money[source] < amount:
                return False
            self.money[source] -= amount
            self.money[target] += amount
            return True

    def balance(self, account):
        with self.locked(account):
            return self.money.get(account)

    def total(self):
        names = list(self.money)
        with self.locked(*names):
            return sum(self.money[name] for name in names)
