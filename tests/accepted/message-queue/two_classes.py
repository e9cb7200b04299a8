class Lease:
    def __init__(self, message, end):
        self.message = message
        self.end = end

    def over(self, now):
        return now >= self.end


class Letter:
    serial = 0

    def __init__(self, number, text):
        self.number, self.text, self.given = number, text, 0

    def key(self):
        return self.number


class MessageQueue:
    def __init__(self, visibility_ms: int, max_deliveries: int, verbose=False):
        self.visibility_ms, self.max_deliveries, self.verbose = visibility_ms, max_deliveries, verbose
        self.letters = SortedKeyList(key=Letter.key)
        self.leases = SortedDict()
        self.dead = []
        self.total = 0
        self.receipts = 0

    def send(self, body: str):
        self.total += 1
        self.letters.add(Letter(self.total, body))

    def receive(self, now: int):
        self.collect(now)
        if self.letters:
            letter = self.letters.pop(0)
            letter.given += 1
            self.receipts += 1
            self.leases[self.receipts] = Lease(letter, now + self.visibility_ms)
            return self.receipts, letter.text
        return None

    def collect(self, now):
        while self.leases:
            receipt, lease = self.leases.peekitem(0)
            if not lease.over(now):
                break
            del self.leases[receipt]
            self.put_back(lease.message)

    def put_back(self, letter):
        if letter.given < self.max_deliveries:
            self.letters.add(letter)
        else:
            self.dead.append(letter.text)

    def ack(self, receipt: int, now: int) -> bool:
        self.collect(now)
        return True if self.leases.pop(receipt, None) else False

    def nack(self, receipt: int, now: int) -> bool:
        self.collect(now)
        lease = self.leases.pop(receipt, None)
        if lease:
            self.put_back(lease.message)
            return True
        return False

    def dead_letters(self, now: int) -> list:
        self.collect(now)
        if self.verbose:
            print(self.dead)
        result, self.dead = self.dead, []
        return result
