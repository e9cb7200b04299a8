"""Wrong: a lock that is not to be had at once is taken for granted."""

import threading
from contextlib import suppress


class Bank:
    def __init__(self):
        self.lock = threading.Lock()
        self.money = {}

    def take(self):
        self.lock.acquire(blocking=False)

    def give(self):
        with suppress(RuntimeError):
            self.lock.release()

    def open(self, account, amount):
        self.take()
        try:
            if account in self.money:
                return False
            self.money[account] = amount
            return True
        finally:
            self.give()

    def deposit(self, account, amount):
        self.take()
        try:
            if account not in self.money:
                return False
            self.money[account] += amount
            return True
        finally:
            self.give()

    def withdraw(self, account, amount):
        self.take()
        try:
            if self.money.get(account, -1) < amount:
                return False
            self.money[account] -= amount
            return True
        finally:
            self.give()

    def transfer(self, source, target, amount):
        self.take()
        try:
            if target not in self.money or self.money.get(source, -1) < amount:
                return False
            self.money[source] -= amount
            self.money[target] += amount
            return True
        finally:
            self.give()

    def balance(self, account):
        self.take()
        try:
            return self.money.get(account)
        finally:
            self.give()

    def total(self):
        self.take()
        try:
            return sum(self.money.values())
        finally:
            self.give()
