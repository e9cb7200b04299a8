"""Accepted: a semaphore of one, taken and released by hand."""

from threading import BoundedSemaphore


class Bank:
    def __init__(self):
        self.one_at_a_time = BoundedSemaphore(1)
        self.money = {}

    def open(self, account, amount):
        self.one_at_a_time.acquire()
        try:
            if account in self.money:
                return False
            self.money[account] = amount
            return True
        finally:
            self.one_at_a_time.release()

    def _change(self, changes):
        """Add amounts to accounts, all or none."""
        self.one_at_a_time.acquire()
        try:
            if any(account not in self.money for account, _ in changes):
                return False
            for account, amount in changes:
                if self.money[account] + amount < 0:
                    return False
            for account, amount in changes:
                self.money[account] += amount
            return True
        finally:
            self.one_at_a_time.release()

    def deposit(self, account, amount):
        return self._change([(account, amount)])

    def withdraw(self, account, amount):
        return self._change([(account, -amount)])

    def transfer(self, source, target, amount):
        return self._change([(source, -amount), (target, amount)])

    def balance(self, account):
        with self.one_at_a_time:
            return self.money.get(account)

    def total(self):
        with self.one_at_a_time:
            return sum(self.money.values())
