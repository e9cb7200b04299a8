"""Wrong: each change puts a changed copy in place, and forgets what others put there meanwhile."""


class Bank:
    def __init__(self):
        self.money = {}

    def open(self, account, amount):
        if account in self.money:
            return False
        self.money = {**self.money, account: amount}
        return True

    def deposit(self, account, amount):
        money = self.money
        if account not in money:
            return False
        self.money = {**money, account: money[account] + amount}
        return True

    def withdraw(self, account, amount):
        money = self.money
        if money.get(account, -1) < amount:
            return False
        self.money = {**money, account: money[account] - amount}
        return True

    def transfer(self, source, target, amount):
        money = dict(self.money)
        if target not in money or money.get(source, -1) < amount:
            return False
        money[source] -= amount
        money[target] += amount
        self.money = money
        return True

    def balance(self, account):
        return self.money.get(account)

    def total(self):
        return sum(self.money.values())
