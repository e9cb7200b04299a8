"""Values: their types, how they cross the border to the sandbox, and how they compare. Pure."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.values.batches import batch_lines as batch_lines, decode_calls as decode_calls, encode_calls as encode_calls, first_call_of as first_call_of, put_results_in as put_results_in
    from judge.values.equality import MISSING as MISSING, difference as difference
    from judge.values.escaping import INVISIBLE as INVISIBLE, escape as escape
    from judge.values.interface import Interface as Interface, Parameter as Parameter, Shape as Shape, folded as folded
    from judge.values.json_form import canonical_json as canonical_json, is_reference as is_reference, json_bytes as json_bytes, to_json as to_json
    from judge.values.literals import literal as literal
    from judge.values.replies import Foreign as Foreign, Linked as Linked, Loaded as Loaded, Malformed as Malformed, Node as Node, Raised as Raised, RaisedInfo as RaisedInfo, Returned as Returned, Tree as Tree, decode_load as decode_load, decode_reply as decode_reply
    from judge.values.syntax import parsed_module as parsed_module
    from judge.values.text import show as show
    from judge.values.types import first_misfit as first_misfit, misfit as misfit, read_type as read_type, restored as restored
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "batches": "batch_lines decode_calls encode_calls first_call_of put_results_in",
            "equality": "MISSING difference",
            "escaping": "INVISIBLE escape",
            "interface": "Interface Parameter Shape folded",
            "json_form": "canonical_json is_reference json_bytes to_json",
            "literals": "literal",
            "replies": (
                "Foreign Linked Loaded Malformed Node Raised RaisedInfo Returned Tree "
                "decode_load decode_reply"
            ),
            "syntax": "parsed_module",
            "text": "show",
            "types": "first_misfit misfit read_type restored",
        },
    )
