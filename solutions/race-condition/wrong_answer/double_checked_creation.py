"""Wrong: the lock of an account is made when it is first needed, by two threads at a time."""

import threading


class Bank:
    def __init__(self):
        self.locks = {}
        self.money = {}

    def lock_of(self, account):
        if account not in self.locks:
            self.locks[account] = threading.Lock()
        return self.locks[account]

    def open(self, account, amount):
        with self.lock_of(account):
            if account in self.money:
                return False
            self.money[account] = amount
            return True

    def deposit(self, account, amount):
        with self.lock_of(account):
            if account not in self.money:
                return False
            self.money[account] += amount
            return True

    def withdraw(self, account, amount):
        with self.lock_of(account):
            if self.money.get(account, -1) < amount:
                return False
            self.money[account] -= amount
            return True

    def transfer(self, source, target, amount):
        first, second = sorted((source, target))
        with self.lock_of(first):
            if first == second:
                return self.money.get(source, -1) >= amount
            with self.lock_of(second):
                if target not in self.money or self.money.get(source, -1) < amount:
                    return False
                self.money[source] -= amount
                self.money[target] += amount
                return True

    def balance(self, account):
        with self.lock_of(account):
            return self.money.get(account)

    def total(self):
        return sum(self.money.values())
