"""Accepted: a lock for each account, taken in the order of names; a lock for the table."""

import threading
from contextlib import ExitStack
from dataclasses import dataclass, field


@dataclass
class Account:
    name: str
    amount: int
    lock: threading.Lock = field(default_factory=threading.Lock)


class Bank:
    def __init__(self) -> None:
        self.table_lock = threading.Lock()
        self.accounts: dict[str, Account] = {}

    def _find(self, name: str) -> Account | None:
        with self.table_lock:
            return self.accounts.get(name)

    def open(self, account: str, amount: int) -> bool:
        with self.table_lock:
            if account in self.accounts:
                return False
            self.accounts[account] = Account(account, amount)
            return True

    def deposit(self, account: str, amount: int) -> bool:
        found = self._find(account)
        if found is None:
            return False
        with found.lock:
            found.amount += amount
        return True

    def withdraw(self, account: str, amount: int) -> bool:
        found = self._find(account)
        if found is None:
            return False
        with found.lock:
            if found.amount < amount:
                return False
            found.amount -= amount
            return True

    def transfer(self, source: str, target: str, amount: int) -> bool:
        one, other = self._find(source), self._find(target)
        if one is None or other is None:
            return False
        if one is other:
            with one.lock:
                return one.amount >= amount
        first, second = sorted((one, other), key=lambda account: account.name)
        with first.lock, second.lock:
            if one.amount < amount:
                return False
            one.amount -= amount
            other.amount += amount
            return True

    def balance(self, account: str) -> int | None:
        found = self._find(account)
        if found is None:
            return None
        with found.lock:
            return found.amount

    def total(self) -> int:
        # The table stays locked: an account that is opened meanwhile comes after this call.
        with self.table_lock, ExitStack() as stack:
            accounts = sorted(self.accounts.values(), key=lambda account: account.name)
            for account in accounts:
                stack.enter_context(account.lock)
            return sum(account.amount for account in accounts)
