"""How pages show the status of an event: which word stands for it, and which shape."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from macros.models.base import Nothing
from macros.models.event import Event
from macros.models.event_kind import CALLED_OFF, KINDS, OPEN, UNTOLD, EventStatus


class Look(StrEnum):
    """The shape and the colour of a status."""

    DONE = "done"
    BROKEN = "broken"
    OFF = "off"
    REFUSED = "refused"
    DUE = "due"
    UNTOLD = "untold"
    PLAIN = "plain"
    """It goes without saying; pages need no word for that."""


_BROKEN = (EventStatus.SUSPENDED, EventStatus.BREACHED, EventStatus.ENDED)


@dataclass(frozen=True)
class Standing:
    """The status of an event or of one stage of it.

    Attributes:
        status: The status, or a kind of nothing if the source does not tell it.
        is_refused_ahead: Whether it is still to come, and somebody has refused.
        is_plain: Whether it goes without saying.
    """

    status: EventStatus | Nothing
    is_refused_ahead: bool = False
    is_plain: bool = False

    @property
    def is_ahead(self) -> bool:
        """Whether it was still to come."""
        return self.status in OPEN

    @property
    def look(self) -> Look:
        """Its shape and colour."""
        if self.is_plain:
            return Look.PLAIN
        if self.status in UNTOLD:
            return Look.UNTOLD
        if self.is_refused_ahead or self.status is EventStatus.DECLINED:
            return Look.REFUSED
        if self.is_ahead:
            return Look.DUE
        if self.status in CALLED_OFF:
            return Look.OFF
        return Look.BROKEN if self.status in _BROKEN else Look.DONE


def standing_of(event: Event, status: EventStatus | Nothing | None = None) -> Standing:
    """The standing of an event.

    Args:
        event: The event.
        status: The status of the stage that is shown; if not given, that on the as-of date.
    """
    shown = event.latest_status if status is None else status
    return Standing(
        shown,
        is_refused_ahead=shown is EventStatus.ANNOUNCED and bool(event.refusals),
        is_plain=shown is KINDS[event.kind].expected,
    )
