"""What a person has practised: the events of the past, and what follows from them."""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.practice.event import Event as Event
    from judge.practice.event import EventError as EventError
    from judge.practice.event import new_event as new_event
    from judge.practice.history import Events as Events
    from judge.practice.history import History as History
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "event": "Event EventError new_event",
            "history": "Events History",
        },
    )
