"""Slow: whoever waits for the other's turn gives its own away, and nobody ever goes in."""

import threading
import time


class Bank:
    def __init__(self):
        self.lock = threading.Lock()
        self.waiting = 0
        self.money = {}

    def enter(self):
        self.waiting += 1
        while self.waiting > 1 or not self.lock.acquire(blocking=False):
            time.sleep(0.001)

    def leave(self):
        self.waiting -= 1
        self.lock.release()

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
