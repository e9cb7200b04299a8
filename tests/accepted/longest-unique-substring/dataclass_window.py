from dataclasses import dataclass, field

@dataclass
class Window:
    text: str
    left: int = 0
    places: dict = field(default_factory=dict)

    def take(self, right):
        c = self.text[right]
        self.left = max(self.left, self.places.get(c, -1) + 1)
        self.places[c] = right
        return right - self.left + 1

def length_of_longest_substring(s):
    w = Window(s)
    return max([w.take(i) for i in range(len(s))] or [0])
