from dataclasses import dataclass, field
from enum import Flag, auto

class Step(Flag):
    GROW = auto()
    SHRINK = auto()

@dataclass(slots=True, kw_only=True)
class Window:
    text: str
    left: int = 0
    right: int = 0
    inside: set = field(default_factory=set)

    def step(self) -> Step:
        return Step.SHRINK if self.text[self.right] in self.inside else Step.GROW

def length_of_longest_substring(s):
    window, best = Window(text=s), 0
    while window.right < len(s):
        if window.step() is Step.GROW:
            window.inside.add(s[window.right])
            window.right += 1
            best = max(best, window.right - window.left)
        else:
            window.inside.remove(s[window.left])
            window.left += 1
    return best
