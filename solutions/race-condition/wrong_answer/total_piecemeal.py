"""Wrong: total takes the lock anew for each account, and a transfer slips in between."""

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
            if target not in self.money or self.money.get(source, -1) < amount:
                return False
            self.money[source] -= amount
            self.money[target] += amount
            return True

    def balance(self, account):
        with self.lock:
            return self.money.get(account)

    def total(self):
        with self.lock:
            accounts = list(self.money)
        total = 0
        for account in accounts:
            with self.lock:
                total += self.money[account]
        return total
