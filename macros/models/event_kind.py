"""The kinds of events: which statuses each can have, and what each status means for dates, refusals and stages.

The words that pages use for them are in `templates/parts/event_words.html.j2`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from macros.models.base import Nothing


class EventKind(StrEnum):
    """The kind of an event."""

    MEETING = "meeting"
    """Two or more actors meet, or were due to meet."""
    VISIT = "visit"
    """Somebody goes to see somebody else, or was due to go."""
    HEARING = "hearing"
    """Somebody answers questions in public, such as before a committee."""
    VOTE = "vote"
    """An assembly or an electorate decides."""
    ANNOUNCEMENT = "announcement"
    """Somebody makes something known."""
    DECISION = "decision"
    """A court, an authority, a company or somebody else with a say decides, such as in a judgment."""
    JOINT_STATEMENT = "joint-statement"
    """Two or more actors state something together."""
    AGREEMENT = "agreement"
    """Two or more actors bind themselves, or were due to do so."""
    CEASEFIRE = "ceasefire"
    """Two or more actors agree to stop fighting."""
    VIOLATION = "violation"
    """Somebody breaks an agreement or a ceasefire."""
    ATTACK = "attack"
    """Somebody attacks somebody or something."""
    SEIZURE = "seizure"
    """Somebody takes a place, a thing or people by force."""
    MILITARY_OPERATION = "military-operation"
    """Armed forces act."""
    RELEASE = "release"
    """Somebody lets people or things go."""
    ACCIDENT = "accident"
    """Something happens that nobody meant to happen: a crash, a fire, a flood."""
    INQUIRY = "inquiry"
    """Somebody searches for something, or investigates it."""


class EventStatus(StrEnum):
    """What was known of an event on the dossier's as-of date, or of one stage of it."""

    HELD = "held"
    """It took place."""
    NOT_HELD = "not-held"
    """It did not take place. Who called it off, and why, is silent unless you enter refusals, decliner or ground."""
    DECLINED = "declined"
    """It did not take place, because somebody refused. Enter who in refusals."""
    ANNOUNCED = "announced"
    """It was still to come on the as-of date."""
    THREATENED = "threatened"
    """Somebody threatened it, and it was still to come on the as-of date."""
    POSTPONED = "postponed"
    """It was put off. Enter the new date in postponed_to, if the source gives one."""
    HAPPENED = "happened"
    """It happened."""
    DID_NOT_HAPPEN = "did-not-happen"
    """It did not take place."""
    MADE = "made"
    """It was published or spoken."""
    NOT_MADE = "not-made"
    """It was due, and was not published or spoken."""
    PASSED = "passed"
    """The vote was held, and what was put to it was accepted."""
    REJECTED = "rejected"
    """The vote was held, and what was put to it was turned down."""
    DRAFTED = "drafted"
    """There is a text, which nobody has signed."""
    INITIALLED = "initialled"
    """The negotiators have initialled the text."""
    SIGNED = "signed"
    """It is signed."""
    NOT_SIGNED = "not-signed"
    """It was due to be signed, and was not."""
    AGREED = "agreed"
    """The sides have agreed to it."""
    NOT_AGREED = "not-agreed"
    """The sides did not agree to it."""
    IN_FORCE = "in-force"
    """It binds the sides, or holds."""
    SUSPENDED = "suspended"
    """It is suspended, and may come into force again."""
    BREACHED = "breached"
    """Somebody has broken it."""
    ENDED = "ended"
    """It is over: expired, fulfilled or terminated."""


_HELD = (EventStatus.HELD, EventStatus.NOT_HELD)
_HAPPENED = (EventStatus.HAPPENED, EventStatus.DID_NOT_HAPPEN)
_MADE = (EventStatus.MADE, EventStatus.NOT_MADE)
_AHEAD = (EventStatus.ANNOUNCED, EventStatus.POSTPONED)
_CALLED_OFF = (EventStatus.DECLINED, *_AHEAD)
_AFTERLIFE = (EventStatus.IN_FORCE, EventStatus.SUSPENDED, EventStatus.BREACHED, EventStatus.ENDED)

STATUSES: dict[EventKind, tuple[EventStatus, ...]] = {
    EventKind.MEETING: (*_HELD, *_CALLED_OFF),
    EventKind.VISIT: (*_HAPPENED, *_CALLED_OFF),
    EventKind.HEARING: (*_HELD, *_CALLED_OFF),
    EventKind.VOTE: (EventStatus.PASSED, EventStatus.REJECTED, *_HELD, *_CALLED_OFF),
    EventKind.ANNOUNCEMENT: (*_MADE, *_AHEAD),
    EventKind.DECISION: (*_MADE, *_AHEAD),
    EventKind.JOINT_STATEMENT: (*_MADE, *_CALLED_OFF),
    EventKind.AGREEMENT: (
        EventStatus.DRAFTED, EventStatus.INITIALLED, EventStatus.SIGNED, *_AFTERLIFE, EventStatus.NOT_SIGNED, *_CALLED_OFF,
    ),
    EventKind.CEASEFIRE: (EventStatus.AGREED, *_AFTERLIFE, EventStatus.NOT_AGREED, *_CALLED_OFF),
    EventKind.VIOLATION: (EventStatus.HAPPENED,),
    EventKind.ATTACK: (*_HAPPENED, EventStatus.THREATENED),
    EventKind.SEIZURE: (*_HAPPENED, EventStatus.THREATENED),
    EventKind.MILITARY_OPERATION: (*_HAPPENED, EventStatus.THREATENED, *_AHEAD),
    EventKind.RELEASE: (*_HAPPENED, *_CALLED_OFF),
    EventKind.ACCIDENT: _HAPPENED,
    EventKind.INQUIRY: (*_HAPPENED, *_AHEAD),
}  # fmt: skip
"""The statuses of each kind. Every kind can also have one of `UNTOLD`. A kind that can be declined has `declined`: only its
events have refusals, a decliner and a ground."""

UNTOLD = (Nothing.SILENT, Nothing.UNKNOWN)
"""What stands in place of a status if the source does not say, or nobody has established, what came of the event."""

TO_COME = frozenset({EventStatus.ANNOUNCED, EventStatus.THREATENED})
"""The event lies ahead of the as-of date."""

OPEN = TO_COME | {EventStatus.POSTPONED}
"""The event can lie ahead of the as-of date."""

CALLED_OFF = frozenset({
    EventStatus.NOT_HELD, EventStatus.DID_NOT_HAPPEN, EventStatus.NOT_MADE, EventStatus.NOT_SIGNED, EventStatus.NOT_AGREED,
})  # fmt: skip
"""The event did not take place, and the status does not say who called it off."""

DONE = frozenset(EventStatus) - OPEN - CALLED_OFF - {EventStatus.DECLINED}
"""The event took place, so nobody kept it from doing so."""

STAGE: dict[EventStatus, int] = {
    EventStatus.DRAFTED: 0, EventStatus.INITIALLED: 1, EventStatus.SIGNED: 2, EventStatus.AGREED: 2, EventStatus.IN_FORCE: 3,
    EventStatus.SUSPENDED: 3, EventStatus.BREACHED: 3, EventStatus.ENDED: 4,
}  # fmt: skip
"""The stages of an agreement or a ceasefire. A stage cannot follow one with a higher number."""


class Group(StrEnum):
    """Kinds that pages show together."""

    MEETINGS = "meetings"
    AGREEMENTS = "agreements"
    FORCE = "force"
    OTHERS = "others"


@dataclass(frozen=True)
class KindOfEvent:
    """What pages need to know of a kind.

    Attributes:
        group: With which kinds it stands in one table.
        expected: The status that goes without saying: the title of the event says it.
    """

    group: Group
    expected: EventStatus | None = None


KINDS: dict[EventKind, KindOfEvent] = {
    EventKind.MEETING: KindOfEvent(Group.MEETINGS),
    EventKind.VISIT: KindOfEvent(Group.MEETINGS),
    EventKind.AGREEMENT: KindOfEvent(Group.AGREEMENTS),
    EventKind.CEASEFIRE: KindOfEvent(Group.AGREEMENTS),
    EventKind.VIOLATION: KindOfEvent(Group.AGREEMENTS, EventStatus.HAPPENED),
    EventKind.JOINT_STATEMENT: KindOfEvent(Group.AGREEMENTS, EventStatus.MADE),
    EventKind.ATTACK: KindOfEvent(Group.FORCE, EventStatus.HAPPENED),
    EventKind.SEIZURE: KindOfEvent(Group.FORCE, EventStatus.HAPPENED),
    EventKind.MILITARY_OPERATION: KindOfEvent(Group.FORCE, EventStatus.HAPPENED),
    EventKind.RELEASE: KindOfEvent(Group.FORCE, EventStatus.HAPPENED),
    EventKind.HEARING: KindOfEvent(Group.OTHERS, EventStatus.HELD),
    EventKind.VOTE: KindOfEvent(Group.OTHERS),
    EventKind.ANNOUNCEMENT: KindOfEvent(Group.OTHERS, EventStatus.MADE),
    EventKind.DECISION: KindOfEvent(Group.OTHERS, EventStatus.MADE),
    EventKind.ACCIDENT: KindOfEvent(Group.OTHERS, EventStatus.HAPPENED),
    EventKind.INQUIRY: KindOfEvent(Group.OTHERS, EventStatus.HAPPENED),
}
"""Each kind, in the order of their groups on pages."""
