from functools import partial

class Decoder:
    class Code:
        @staticmethod
        def letter(code):
            return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[int(code) - 1]

    def run(self, digits):
        if not digits:
            return [""]
        heads = [digits[:1]] if digits[0] != "0" else []
        if heads and len(digits) > 1 and int(digits[:2]) <= 26:
            heads.append(digits[:2])
        return [self.Code.letter(h) + t for h in heads for t in self.run(digits[len(h):])]

def _decode(decoder, digits):
    return decoder.run(digits) if digits else []

decode_digits = partial(_decode, Decoder())
