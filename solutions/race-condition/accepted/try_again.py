"""Accepted: a copy is changed, and put in its place if nobody was faster; else it tries again."""

import threading
import time


class Bank:
    def __init__(self):
        self.state = (0, {})
        self.swap = threading.Lock()

    def _change(self, change):
        while True:
            version, money = self.state
            copy = dict(money)
            if not change(copy):
                if self.state[0] == version:
                    return False
            elif self._swapped(version, copy):
                return True
            time.sleep(0.001)

    def _swapped(self, version, copy):
        with self.swap:
            if self.state[0] != version:
                return False
            self.state = (version + 1, copy)
            return True

    def open(self, account, amount):
        def change(money):
            if account in money:
                return False
            money[account] = amount
            return True

        return self._change(change)

    def deposit(self, account, amount):
        def change(money):
            if account not in money:
                return False
            money[account] += amount
            return True

        return self._change(change)

    def withdraw(self, account, amount):
        def change(money):
            if money.get(account, -1) < amount:
                return False
            money[account] -= amount
            return True

        return self._change(change)

    def transfer(self, source, target, amount):
        def change(money):
            if target not in money or money.get(source, -1) < amount:
                return False
            money[source] -= amount
            money[target] += amount
            return True

        return self._change(change)

    def balance(self, account):
        return self.state[1].get(account)

    def total(self):
        return sum(self.state[1].values())
