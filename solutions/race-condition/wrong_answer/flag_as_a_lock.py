"""Wrong: a flag is tested and set in two steps, so two threads find it down."""

import time


class Bank:
    def __init__(self):
        self.busy = False
        self.money = {}

    def enter(self):
        while self.busy:
            time.sleep(0.001)
        self.busy = True

    def leave(self):
        self.busy = False

    def open(self, account, amount):
        self.enter()
        try:
            if account in self.money:
                return False
            self.money[account] = amount
            return True
        finally:
            self.leave()

    def deposit(self, account, amount):
        self.enter()
        try:
            if account not in self.money:
                return False
            self.money[account] += amount
            return True
        finally:
            self.leave()

    def withdraw(self, account, amount):
        self.enter()
        try:
            if self.money.get(account, -1) < amount:
                return False
            self.money[account] -= amount
            return True
        finally:
            self.leave()

    def transfer(self, source, target, amount):
        self.enter()
        try:
            if target not in self.money or self.money.get(source, -1) < amount:
                return False
            self.money[source] -= amount
            self.money[target] += amount
            return True
        finally:
            self.leave()

    def balance(self, account):
        self.enter()
        try:
            return self.money.get(account)
        finally:
            self.leave()

    def total(self):
        self.enter()
        try:
            return sum(self.money.values())
        finally:
            self.leave()
