"""Accepted: one at a time, by a condition and a flag."""

from threading import Condition
from contextlib import contextmanager


class Bank:
    def __init__(self):
        self.cond = Condition()
        self.busy = False
        self.accounts = {}

    @contextmanager
    def inside(self):
        with self.cond:
            while self.busy:
                self.cond.wait()
            self.busy = True
        try:
            yield self.accounts
        finally:
            with self.cond:
                self.busy = False
                self.cond.notify()

    def open(self, account, amount):
        with self.inside() as money:
            if account in money:
                return False
            money[account] = amount
            return True

    def deposit(self, account, amount):
        with self.inside() as money:
            if account not in money:
                return False
            money[account] = money[account] + amount
            return True

    def withdraw(self, account, amount):
        with self.inside() as money:
            if account not in money or money[account] < amount:
                return False
            money[account] = money[account] - amount
            return True

    def transfer(self, source, target, amount):
        with self.inside() as money:
            if source not in money or target not in money or money[source] < amount:
                return False
            money[source] -= amount
            money[target] += amount
            return True

    def balance(self, account):
        with self.inside() as money:
            return money.get(account)

    def total(self):
        with self.inside() as money:
            total = 0
            for value in money.values():
                total += value
            return total
