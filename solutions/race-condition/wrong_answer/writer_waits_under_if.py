"""Wrong: a lock of readers and writers whose writer, once woken, does not look again."""

from contextlib import contextmanager
from threading import Condition


class Bank:
    def __init__(self):
        self.money = {}
        self.condition = Condition()
        self.readers = 0
        self.writing = False

    @contextmanager
    def reading(self):
        with self.condition:
            self.condition.wait_for(lambda: not self.writing)
            self.readers += 1
        try:
            yield
        finally:
            with self.condition:
                self.readers -= 1
                if not self.readers:
                    self.condition.notify_all()

    @contextmanager
    def changing(self):
        with self.condition:
            if self.writing or self.readers:
                self.condition.wait()
            self.writing = True
        try:
            yield
        finally:
            with self.condition:
                self.writing = False
                self.condition.notify_all()

    def open(self, account, amount):
        with self.changing():
            if account in self.money:
                return False
            self.money[account] = amount
            return True

    def deposit(self, account, amount):
        with self.changing():
            if account not in self.money:
                return False
            self.money[account] += amount
            return True

    def withdraw(self, account, amount):
        with self.changing():
            if self.money.get(account, -1) < amount:
                return False
            self.money[account] -= amount
            return True

    def transfer(self, source, target, amount):
        with self.changing():
            if target not in self.money or self.money.get(source, -1) < amount:
                return False
            self.money[source] -= amount
            self.money[target] += amount
            return True

    def balance(self, account):
        with self.reading():
            return self.money.get(account)

    def total(self):
        with self.reading():
            return sum(self.money.values())
