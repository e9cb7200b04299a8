"""Which programs of different people are alike: a hint for a host, and no proof."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.alike.fingerprints import Pair as Pair
    from judge.alike.fingerprints import pairs_of as pairs_of
    from judge.alike.tokenizer import Tokenizer as Tokenizer
else:
    __getattr__ = lazy_face(__name__, {"fingerprints": "Pair pairs_of", "tokenizer": "Tokenizer"})
