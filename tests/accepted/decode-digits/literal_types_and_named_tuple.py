from typing import Literal, NamedTuple, get_args, Annotated, NewType

Size = Literal[1, 2]
Message = NewType("Message", str)

class State(NamedTuple):
    at: Annotated[int, "index"]
    text: Message

class Solution:
    def decodings(self, digits: str) -> "List[Message]":
        ready, out = [State(0, Message(""))] if digits else [], []
        while ready:
            state = ready.pop()
            if state.at == len(digits):
                out.append(state.text)
                continue
            for size in get_args(Size):
                part = digits[state.at:state.at + size]
                if len(part) == size and not part.startswith("0") and int(part) < 27:
                    ready.append(state._replace(at=state.at + size, text=state.text + chr(64 + int(part))))
        return out
