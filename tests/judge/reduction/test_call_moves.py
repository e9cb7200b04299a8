"""What is called in place of another call, and what that is given."""

from judge.reduction.call_moves import other_calls
from judge.values.interface import Interface, Method, Parameter

SHELF = Interface(
    "class",
    ("Shelf",),
    (),
    methods=(
        Method("take", tuple(Parameter(name, "str") for name in ("who", "item", "at")), "bool"),
        Method("back", (Parameter("who", "str"), Parameter("at", "str")), "bool"),
        Method("left", (Parameter("item", "str"),), "int"),
    ),
)


def test_another_call_is_given_what_has_its_name() -> None:
    """Of the call in whose place it stands, and, in a short sequence, of one before."""
    start = {"calls": ["Shelf", "take", "take"], "arguments": [[], [*"abc"], [*"dbe"]]}
    made = [(one["calls"][-1], *one["arguments"][-1]) for one in other_calls(SHELF)(start)]
    assert {("left", "b"), ("back", "d", "e"), ("back", "a", "c")} <= {*made}
