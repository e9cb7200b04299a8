"""What a text looks like: texts that a person cannot tell apart have one appearance."""

import unicodedata

from judge.values.escaping import INVISIBLE

#: Letters and marks that most fonts draw alike, by what they look like.
_ALIKE = {
    "a": "\u0430\u03b1\u0251",
    "c": "\u0441\u03f2",
    "d": "\u0501",
    "e": "\u0435",
    "g": "\u0261",
    "h": "\u04bb\u0570",
    "i": "\u0456\u03b9\u0131",
    "j": "\u0458\u03f3",
    "k": "\u043a\u03ba",
    "l": "\u04cf",
    "n": "\u0578\u03b7",
    "o": "\u043e\u03bf\u0585",
    "p": "\u0440\u03c1",
    "q": "\u051b",
    "s": "\u0455",
    "t": "\u03c4",
    "u": "\u03c5\u057d",
    "v": "\u03bd\u0475",
    "w": "\u051d\u03c9",
    "x": "\u0445\u03c7",
    "y": "\u0443\u03b3\u04af",
    "A": "\u0410\u0391",
    "B": "\u0412\u0392",
    "C": "\u0421\u03f9",
    "E": "\u0415\u0395",
    "H": "\u041d\u0397",
    "I": "\u0406\u0399\u04c0",
    "J": "\u0408",
    "K": "\u041a\u039a",
    "M": "\u041c\u039c",
    "N": "\u039d",
    "O": "\u041e\u039f",
    "P": "\u0420\u03a1",
    "S": "\u0405",
    "T": "\u0422\u03a4",
    "V": "\u0474",
    "X": "\u0425\u03a7",
    "Y": "\u04ae\u03a5\u0423",
    "Z": "\u0396",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2212\u00ad",
    "'": "\u2018\u2019\u2032\u02bc\u00b4\u0060",
    '"': "\u201c\u201d\u2033",
    "/": "\u2044\u2215",
    ":": "\u2236\ua789\u0589",
    ",": "\u201a",
    ".": "\u06d4",
    "*": "\u2217",
    "|": "\u01c0\u2223",
    "~": "\u223c",
}
_LETTERS = str.maketrans({odd: plain for plain, odds in _ALIKE.items() for odd in odds})


def appearance(text: str) -> str:
    """Return a text that equals that of every string which looks the same.

    Invisible characters are left out; decomposed, wide and other forms of a letter are one, and so
    are Latin, Cyrillic and Greek letters of one look. Linear in the length of the text.
    """
    shown = (c for c in text if unicodedata.category(c) != "Cf" and c not in INVISIBLE)
    parts = unicodedata.normalize("NFKD", "".join(shown))
    return unicodedata.normalize("NFC", parts.translate(_LETTERS))
