from judge.events import CorpusBuilding, DataBuilding
from judge.service.workers.messages import WorkerMessage


def test_a_client_sees_data_being_made_as_it_sees_a_corpus() -> None:
    """Both are `building` with the same two numbers: a client need not know what is built."""
    messages = [
        WorkerMessage.from_event("x", 1, 1, kind(2, 5)) for kind in (DataBuilding, CorpusBuilding)
    ]
    assert messages[0] == messages[1]
    assert messages[0] is not None
    assert (messages[0].name, messages[0].data) == ("building", {"done": 2, "total": 5})
