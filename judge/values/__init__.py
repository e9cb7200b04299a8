"""Values: their types, their wire form, exact equality, and text for people. Pure functions."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.values.answers import Foreign as Foreign
    from judge.values.answers import Linked as Linked
    from judge.values.answers import Node as Node
    from judge.values.answers import Tree as Tree
    from judge.values.batches import batch_lines as batch_lines
    from judge.values.batches import decode_call_names as decode_call_names
    from judge.values.batches import decode_calls as decode_calls
    from judge.values.batches import encode_calls as encode_calls
    from judge.values.batches import encode_results as encode_results
    from judge.values.batches import first_call_of as first_call_of
    from judge.values.batches import has_references as has_references
    from judge.values.batches import put_results_in as put_results_in
    from judge.values.batches import result_lines as result_lines
    from judge.values.bulk import MANY as MANY
    from judge.values.bulk import no_collections as no_collections
    from judge.values.equality import MISSING as MISSING
    from judge.values.equality import Difference as Difference
    from judge.values.equality import difference as difference
    from judge.values.equality import key as key
    from judge.values.escaping import INVISIBLE as INVISIBLE
    from judge.values.escaping import escape as escape
    from judge.values.interface import Interface as Interface
    from judge.values.interface import Method as Method
    from judge.values.interface import Parameter as Parameter
    from judge.values.interface import Shape as Shape
    from judge.values.interface import folded as folded
    from judge.values.json_form import canonical_json as canonical_json
    from judge.values.json_form import is_reference as is_reference
    from judge.values.json_form import json_bytes as json_bytes
    from judge.values.json_form import to_json as to_json
    from judge.values.literals import literal as literal
    from judge.values.look_alike import appearance as appearance
    from judge.values.loose import all_as_declared as all_as_declared
    from judge.values.loose import as_declared as as_declared
    from judge.values.loose import settled as settled
    from judge.values.mismatches import first_mismatch as first_mismatch
    from judge.values.mismatches import mismatch as mismatch
    from judge.values.replies import IsRight as IsRight
    from judge.values.replies import Loaded as Loaded
    from judge.values.replies import Malformed as Malformed
    from judge.values.replies import Raised as Raised
    from judge.values.replies import RaisedInfo as RaisedInfo
    from judge.values.replies import Returned as Returned
    from judge.values.replies import decode_load as decode_load
    from judge.values.replies import decode_reply as decode_reply
    from judge.values.strict_json import StrangeError as StrangeError
    from judge.values.strict_json import plain_json as plain_json
    from judge.values.syntax import parse_module as parse_module
    from judge.values.text import show as show
    from judge.values.text import type_name as type_name
    from judge.values.typed_json import from_json as from_json
    from judge.values.typed_json import readings as readings
    from judge.values.types import UNION as UNION
    from judge.values.types import TypeExpr as TypeExpr
    from judge.values.types import parse_type as parse_type
    from judge.values.types import takes as takes
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "answers": "Foreign Linked Node Tree",
            "batches": (
                "batch_lines decode_call_names decode_calls encode_calls encode_results "
                "first_call_of has_references put_results_in result_lines"
            ),
            "bulk": "MANY no_collections",
            "equality": "Difference MISSING difference key",
            "escaping": "INVISIBLE escape",
            "interface": "Interface Method Parameter Shape folded",
            "json_form": "canonical_json is_reference json_bytes to_json",
            "literals": "literal",
            "look_alike": "appearance",
            "loose": "all_as_declared as_declared settled",
            "mismatches": "first_mismatch mismatch",
            "replies": (
                "IsRight Loaded Malformed Raised RaisedInfo Returned decode_load decode_reply"
            ),
            "strict_json": "StrangeError plain_json",
            "syntax": "parse_module",
            "text": "show type_name",
            "typed_json": "from_json readings",
            "types": "TypeExpr UNION parse_type takes",
        },
    )
