"""Reference: one lock around every call."""

import threading


class Bank:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._money: dict[str, int] = {}

    def open(self, account: str, amount: int) -> bool:
        with self._lock:
            if account in self._money:
                return False
            self._money[account] = amount
            return True

    def deposit(self, account: str, amount: int) -> bool:
        with self._lock:
            if account not in self._money:
                return False
            self._money[account] += amount
            return True

    def withdraw(self, account: str, amount: int) -> bool:
        with self._lock:
            if self._money.get(account, -1) < amount:
                return False
            self._money[account] -= amount
            return True

    def transfer(self, source: str, target: str, amount: int) -> bool:
        with self._lock:
            if target not in self._money or self._money.get(source, -1) < amount:
                return False
            self._money[source] -= amount
            self._money[target] += amount
            return True

    def balance(self, account: str) -> int | None:
        with self._lock:
            return self._money.get(account)

    def total(self) -> int:
        with self._lock:
            return sum(self._money.values())
