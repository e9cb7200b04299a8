"""Accepted: whoever takes the book out of its queue is alone with it."""

import queue


class Bank:
    def __init__(self):
        self.desk = queue.Queue(maxsize=1)
        self.desk.put({})

    def open(self, account, amount):
        book = self.desk.get()
        fresh = account not in book
        if fresh:
            book[account] = amount
        self.desk.put(book)
        return fresh

    def deposit(self, account, amount):
        book = self.desk.get()
        try:
            if account in book:
                book[account] += amount
                return True
            return False
        finally:
            self.desk.put(book)

    def withdraw(self, account, amount):
        book = self.desk.get()
        try:
            enough = account in book and book[account] >= amount
            if enough:
                book[account] -= amount
            return enough
        finally:
            self.desk.put(book)

    def transfer(self, source, target, amount):
        book = self.desk.get()
        try:
            if not {source, target} <= book.keys() or book[source] < amount:
                return False
            book[source] -= amount
            book[target] += amount
            return True
        finally:
            self.desk.put(book)

    def balance(self, account):
        book = self.desk.get()
        found = book.get(account)
        self.desk.put(book)
        return found

    def total(self):
        book = self.desk.get()
        found = sum(book.values())
        self.desk.put(book)
        return found
