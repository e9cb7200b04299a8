from __future__ import annotations
from dataclasses import dataclass
from typing import Final, Deque, Dict, List

@dataclass(slots=True)
class CardState:
    attempts: int = 0
    approvedCount: int = 0
    approvedSum: int = 0

    def isSpike(self, amount: int) -> bool:
        if self.approvedCount < 3:
            return False
        return amount * self.approvedCount > 3 * self.approvedSum

@dataclass(slots=True, frozen=True)
class Transaction:
    card: str
    device: str
    amount: int
    at: int
    approved: bool

class FraudDetector:
    AMOUNT: Final = "amount"
    CARDS: Final = "cards"
    SPIKE: Final = "spike"
    VELOCITY: Final = "velocity"

    def __init__(self, windowMs: int, maxAttempts: int, maxTotal: int, maxCards: int) -> None:
        self.windowMs = windowMs
        self.maxAttempts = maxAttempts
        self.maxTotal = maxTotal
        self.maxCards = maxCards
        self.transactions: Deque[Transaction] = deque()
        self.cardStates: Dict[str, CardState] = {}
        self.deviceCards: Dict[str, Dict[str, int]] = {}

    def Check(self, card: str, device: str, amount: int, now: int) -> List[str]:
        self.evict(now)
        state = self.cardStates.setdefault(card, CardState())
        state.attempts += 1
        cards = self.deviceCards.setdefault(device, {})
        cards[card] = cards.get(card, 0) + 1
        broken: List[str] = []
        if state.approvedSum + amount > self.maxTotal:
            broken.append(self.AMOUNT)
        if len(cards) > self.maxCards:
            broken.append(self.CARDS)
        if state.isSpike(amount):
            broken.append(self.SPIKE)
        if state.attempts > self.maxAttempts:
            broken.append(self.VELOCITY)
        if len(broken) == 0:
            state.approvedCount += 1
            state.approvedSum += amount
        self.transactions.append(Transaction(card, device, amount, now, not broken))
        return broken

    def evict(self, now: int) -> None:
        while self.transactions and self.transactions[0].at <= now - self.windowMs:
            old = self.transactions.popleft()
            state = self.cardStates[old.card]
            state.attempts -= 1
            if old.approved:
                state.approvedCount -= 1
                state.approvedSum -= old.amount
            if state.attempts == 0:
                del self.cardStates[old.card]
            cards = self.deviceCards[old.device]
            if cards[old.card] == 1:
                del cards[old.card]
            else:
                cards[old.card] -= 1
            if not cards:
                del self.deviceCards[old.device]
