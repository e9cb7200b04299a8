class Bank:
    """Right for one thread. Make it safe for many."""

    def __init__(self) -> None:
        self.money: dict[str, int] = {}

    def open(self, account: str, amount: int) -> bool:
        if account in self.money:
            return False
        self.money[account] = amount
        return True

    def deposit(self, account: str, amount: int) -> bool:
        if account not in self.money:
            return False
        balance = self.money[account]
        self.money[account] = balance + amount
        return True

    def withdraw(self, account: str, amount: int) -> bool:
        if account not in self.money:
            return False
        balance = self.money[account]
        if balance < amount:
            return False
        self.money[account] = balance - amount
        return True

    def transfer(self, source: str, target: str, amount: int) -> bool:
        if target not in self.money:
            return False
        if not self.withdraw(source, amount):
            return False
        return self.deposit(target, amount)

    def balance(self, account: str) -> int | None:
        return self.money.get(account)

    def total(self) -> int:
        total = 0
        for account in list(self.money):
            total += self.money[account]
        return total
