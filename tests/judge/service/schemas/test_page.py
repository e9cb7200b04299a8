from typing import Any

import pytest
from pydantic import TypeAdapter

from judge.service.schemas import page
from judge.service.schemas.page_examples import BY_NAME


@pytest.mark.parametrize("name", BY_NAME)
def test_an_example_is_a_whole_answer(name: str) -> None:
    """Nothing is left out that comes in truth."""
    adapter: TypeAdapter[Any] = TypeAdapter(getattr(page, name))
    assert adapter.validate_python(BY_NAME[name]).document() == BY_NAME[name]
