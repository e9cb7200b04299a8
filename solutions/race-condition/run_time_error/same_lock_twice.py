"""Crashes: a transfer to oneself takes the same lock twice, and waits for itself."""

import contextlib
import threading


class Account:
    def __init__(self, amount):
        self.amount = amount
        self.lock = threading.Lock()


class Bank:
    def __init__(self):
        self.lock = threading.Lock()
        self.accounts = {}

    def open(self, account, amount):
        with self.lock:
            if account in self.accounts:
                return False
            self.accounts[account] = Account(amount)
            return True

    def deposit(self, account, amount):
        found = self.accounts.get(account)
        if found is None:
            return False
        with found.lock:
            found.amount += amount
            return True

    def withdraw(self, account, amount):
        found = self.accounts.get(account)
        if found is None:
            return False
        with found.lock:
            if found.amount < amount:
                return False
            found.amount -= amount
            return True

    def transfer(self, source, target, amount):
        one, other = self.accounts.get(source), self.accounts.get(target)
        if one is None or other is None:
            return False
        first, second = sorted((source, target))
        with self.accounts[first].lock, self.accounts[second].lock:
            if one.amount < amount:
                return False
            one.amount -= amount
            other.amount += amount
            return True

    def balance(self, account):
        found = self.accounts.get(account)
        if found is None:
            return None
        with found.lock:
            return found.amount

    def total(self):
        with self.lock, contextlib.ExitStack() as stack:
            for name in sorted(self.accounts):
                stack.enter_context(self.accounts[name].lock)
            return sum(account.amount for account in self.accounts.values())
