class FraudDetector:
    def __init__(self, window_ms, max_attempts, max_total, max_cards):
        self.window_ms = window_ms
        self.max_attempts = max_attempts
        self.max_total = max_total
        self.max_cards = max_cards
        self.heap = []
        self.serial = itertools.count()
        self.accounts = {}
        self.where = {}

    def check(self, card, device, amount, now):
        while self.heap and self.heap[0][0] <= now:
            undo = heapq.heappop(self.heap)[2]
            for step in undo:
                step[0](*step[1:])
        undo = [(self.leave_card, card), (self.leave_device, card, device)]
        account = self.accounts.setdefault(card, {"tries": 0, "sum": 0, "n": 0})
        account["tries"] += 1
        cards = self.where.setdefault(device, {})
        cards[card] = cards.get(card, 0) + 1
        result = []
        if account["sum"] + amount > self.max_total: result.append("amount")
        if len(cards) > self.max_cards: result.append("cards")
        if account["n"] >= 3 and amount * account["n"] > 3 * account["sum"]: result.append("spike")
        if account["tries"] > self.max_attempts: result.append("velocity")
        if not result:
            account["sum"] += amount
            account["n"] += 1
            undo.insert(0, (self.give_back, card, amount))
        heapq.heappush(self.heap, (now + self.window_ms, next(self.serial), undo))
        return result

    def give_back(self, card, amount):
        self.accounts[card]["sum"] -= amount
        self.accounts[card]["n"] -= 1

    def leave_card(self, card):
        self.accounts[card]["tries"] -= 1
        if not self.accounts[card]["tries"]:
            del self.accounts[card]

    def leave_device(self, card, device):
        self.where[device][card] -= 1
        if not self.where[device][card]:
            del self.where[device][card]
        if not self.where[device]:
            del self.where[device]
