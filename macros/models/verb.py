"""Verbs of saying: what can follow each of them, and how the actor who was spoken to is attached.

The selection follows classes of VerbNet (Kipper Schuler 2005): 37 (communication), 58 (urging), 13 (promising), 36 (agreeing), 33 (judgment)
and 77 (rejecting). A frame is what follows the verb.
"""

from __future__ import annotations

from enum import StrEnum


class Frame(StrEnum):
    """What follows a verb of saying, by the word with which it begins."""

    THAT = "that"
    TO = "to"
    WHETHER = "whether"
    OF = "of"


_QUESTIONS = frozenset(["how", "what", "when", "where", "which", "who", "why"])
"""Words with which a question begins that can stand in place of "whether". After other verbs, they begin a clause."""

_THAT, _TO, _WHETHER, _OF = (Frame.THAT,), (Frame.TO,), (Frame.WHETHER,), (Frame.OF,)

NOBODY = None
"""The verb takes no actor who was spoken to."""


class Verb(StrEnum):
    """Verbs of saying in our own voice. None of them takes a side, whatever verb the source uses.

    Each line of the table has the verb, its frames, the word before the actor to whom it was said, and its forms in narrative.

    Attributes:
        frames: What can follow the verb.
        before: The word before the actor who was spoken to: "" if there is none, as in "asked somebody"; None if nobody can be
            spoken to.
        forms: Its forms, by which narrative is recognised as somebody's words.
        told: The verb before an actor who was spoken to, if it is another one.
        needs: Whether somebody must be spoken to.
        closes: Whether the verb can stand after the words: "The boats are wet, somebody said". After other verbs, such as
            "denied", this would say something else.
        is_act: Whether narrative also uses it of what somebody did, so that a name before it need not be that of a speaker.
        is_strong: Whether it says more than "said", so that narrative may use it only if a cited record has it.
    """

    SAID = "said", _THAT, "", "say says said saying tell tells told", {"told": "told"}
    """The plain verb. Write it if no other one is exact."""
    STATED = "stated", _THAT, "to", "state states stated"
    """The speaker said it formally."""
    WROTE = "wrote", _THAT, "to", "write writes wrote written"
    """The speaker put it in writing."""
    ADDED = "added", _THAT, NOBODY, "add adds added"
    """The speaker said it after something else."""
    ANNOUNCED = "announced", _THAT, "to", "announce announces announced"
    """The speaker made it known."""
    CONFIRMED = "confirmed", _THAT, "to", "confirm confirms confirmed", {"is_strong": True}
    """The speaker said that something known from others is so."""
    ARGUED = "argued", _THAT, "to", "argue argues argued"
    """The speaker gave reasons for it."""
    PREDICTED = "predicted", _THAT, "to", "predict predicts predicted"
    """The speaker said that it will happen."""
    EXPLAINED = "explained", _THAT, "to", "explain explains explained"
    """The speaker gave it as a reason or a meaning."""
    STRESSED = "stressed", _THAT, "to", "stress stresses stressed"
    """The speaker gave it weight."""
    CONCEDED = "conceded", _THAT, "to", "concede concedes conceded", {"is_strong": True}
    """The speaker granted it to the other side."""
    COMPLAINED = "complained", _THAT, "to", "complain complains complained", {"is_strong": True}
    """The speaker objected to it."""
    WARNED = "warned", (*_THAT, *_OF), "", "warn warns warned", {"is_strong": True}
    """The speaker said that it is a danger."""
    ACKNOWLEDGED = "acknowledged", _THAT, "to", "acknowledge acknowledges acknowledged", {"is_strong": True}
    """The speaker said that something is so which could count against the speaker."""
    ASSURED = "assured", _THAT, "", "assure assures assured", {"needs": True}
    """The speaker told somebody, to take away a doubt."""
    DENIED = "denied", _THAT, "to", "deny denies denied", {"closes": False}
    """The speaker said that it is not so. The words after the verb are what the speaker denies."""
    PROMISED = "promised", (*_THAT, *_TO), "", "promise promises promised", {"is_strong": True}
    """The speaker said that he or she will do it."""
    PLEDGED = "pledged", (*_THAT, *_TO), NOBODY, "pledge pledges pledged", {"is_strong": True}
    """The speaker bound himself or herself in public to do it."""
    THREATENED = "threatened", _TO, NOBODY, "threaten threatens threatened", {"is_strong": True}
    """The speaker said that he or she will do something that harms others."""
    AGREED = "agreed", (*_TO, *_THAT), "with", "agree agrees agreed", {"is_act": True}
    """The speaker accepted it."""
    REFUSED = "refused", _TO, NOBODY, "refuse refuses refused", {"is_act": True}
    """The speaker said that he or she will not do it."""
    DECLINED = "declined", _TO, NOBODY, "decline declines declined", {"is_act": True}
    """The speaker chose not to do it, as in: declined to comment."""
    ASKED = "asked", (*_TO, *_WHETHER), "", "ask asks asked"
    """The speaker asked somebody to do something, or whether something is so. Without `to`, the speaker asks to do it, as in: asked to speak."""
    QUESTIONED = "questioned", _WHETHER, NOBODY, "question questions questioned", {"is_strong": True}
    """The speaker doubted whether something is so."""
    URGED = "urged", _TO, "", "urge urges urged", {"needs": True}
    """The speaker asked somebody strongly to do something."""
    CALLED_ON = "called on", _TO, "", "call calls called", {"needs": True}
    """The speaker asked somebody in public to do something."""
    ACCUSED = "accused", _OF, "", "accuse accuses accused", {"needs": True, "is_strong": True}
    """The speaker said that somebody did something wrong."""

    frames: tuple[Frame, ...]
    before: str | None
    forms: tuple[str, ...]
    told: str
    needs: bool
    closes: bool
    is_act: bool
    is_strong: bool

    def __new__(
        cls,
        past: str,
        frames: tuple[Frame, ...],
        before: str | None,
        forms: str,
        more: dict[str, str | bool] | None = None,
    ) -> Verb:
        """Makes one verb from its line of the table."""
        verb = str.__new__(cls, past)
        verb._value_ = past
        verb.frames, verb.before, verb.forms = frames, before, tuple(forms.split())
        verb.told, verb.closes = past, Frame.THAT in frames
        verb.needs = verb.is_act = verb.is_strong = False
        vars(verb).update(more or {})
        return verb

    def frame_of(self, says: str) -> Frame | None:
        """What follows the verb, by the first word of what is said; None if the verb does not take it.

        After "that", which the pages write, the words can begin with anything that is no other frame.
        """
        first = says.partition(" ")[0].casefold()
        if first in _QUESTIONS and Frame.WHETHER in self.frames:
            return Frame.WHETHER
        named = next((frame for frame in Frame if frame == first and frame is not Frame.THAT), Frame.THAT)
        return named if named in self.frames else None

    @property
    def stem(self) -> str:
        """The beginning that its forms, and words made from it, have in common: "promis" of "promised"."""
        return self.removesuffix("ed")

    @property
    def spoken_to(self) -> str | None:
        """The form before the actor to whom it was said, as in "told somebody that"; None if nobody can be spoken to."""
        return None if self.before is None else f"{self.told} {self.before}".strip()
