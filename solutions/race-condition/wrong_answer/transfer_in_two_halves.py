"""Wrong: transfer withdraws, lets go of the lock, and deposits; meanwhile the money is nowhere."""

import threading


class Bank:
    def __init__(self):
        self.lock = threading.Lock()
        self.money = {}

    def open(self, account, amount):
        with self.lock:
            if account in self.money:
                return False
            self.money[account] = amount
            return True

    def deposit(self, account, amount):
        with self.lock:
            if account not in self.money:
                return False
            self.money[account] += amount
            return True

    def withdraw(self, account, amount):
        with self.lock:
            if self.money.get(account, -1) < amount:
                return False
            self.money[account] -= amount
            return True

    def transfer(self, source, target, amount):
        with self.lock:
            if target not in self.money:
                return False
        return self.withdraw(source, amount) and self.deposit(target, amount)

    def balance(self, account):
        with self.lock:
            return self.money.get(account)

    def total(self):
        with self.lock:
            return sum(self.money.values())
