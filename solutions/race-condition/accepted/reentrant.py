"""Accepted: an RLock and a decorator, so that transfer may call withdraw and deposit."""

from functools import wraps
from threading import RLock


def locked(method):
    @wraps(method)
    def inside(self, *arguments):
        with self.lock:
            return method(self, *arguments)

    return inside


class Bank:
    def __init__(self):
        self.lock = RLock()
        self.money = {}

    @locked
    def open(self, account, amount):
        if account in self.money:
            return False
        self.money[account] = amount
        return True

    @locked
    def deposit(self, account, amount):
        if account not in self.money:
            return False
        self.money[account] += amount
        return True

    @locked
    def withdraw(self, account, amount):
        if account not in self.money or self.money[account] < amount:
            return False
        self.money[account] -= amount
        return True

    @locked
    def transfer(self, source, target, amount):
        if target not in self.money:
            return False
        return self.withdraw(source, amount) and self.deposit(target, amount)

    @locked
    def balance(self, account):
        return self.money.get(account)

    @locked
    def total(self):
        return sum(self.money.values())
