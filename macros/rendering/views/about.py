"""How the dossier was made, and how many errors its checks catch."""

from __future__ import annotations

from dataclasses import dataclass

from macros.evidence.fingerprint import DIGEST_BYTES
from macros.evidence.long_quotations import MOST_IN_BLOCK
from macros.evidence.quotations import MOST_WORDS
from macros.evidence.words import SHINGLE
from macros.models.dossier import Dossier
from macros.models.guard import Guard
from macros.models.uses import narratives


@dataclass(frozen=True)
class AboutView:
    """The figures on the page about the method.

    Attributes:
        sources: Number of sources in the base layer.
        fingerprinted: Number of sources with a fingerprint.
        passages: Number of passages with a fingerprint.
        shingle: Words in a shingle.
        has_graphemes: Whether a source is in a script without blanks, where a shingle has more words.
        bits: Bits in a hash.
        quotation: Most words of a quotation.
        block: Most words of a long quotation, if the dossier may have any, else 0.
        has_narrative: Whether editors wrote prose that cites records.
        planted: Number of false statements that a test planted in all; 0 if the test was not run.
        caught: How many of them a check caught.
        beyond: Kinds of false statement that no check can catch, each with the reason.
    """

    sources: int
    fingerprinted: int
    passages: int
    shingle: int
    has_graphemes: bool
    bits: int
    quotation: int
    block: int
    has_narrative: bool
    planted: int
    caught: int
    beyond: tuple[Guard, ...]

    @property
    def missed(self) -> int:
        """How many of the planted errors no check caught."""
        return self.planted - self.caught


def about(dossier: Dossier) -> AboutView:
    """Collects the figures on the method."""
    return AboutView(
        sources=len(dossier.base_layer),
        fingerprinted=len(dossier.fingerprints),
        passages=sum(len(fingerprint.passages) for fingerprint in dossier.fingerprints),
        shingle=SHINGLE,
        has_graphemes=any(fingerprint.shingle != SHINGLE for fingerprint in dossier.fingerprints),
        bits=8 * DIGEST_BYTES,
        quotation=MOST_WORDS,
        block=MOST_IN_BLOCK if dossier.cover.long_quotations else 0,
        has_narrative=any(narratives(dossier)),
        planted=sum(guard.planted for guard in dossier.guards),
        caught=sum(guard.caught for guard in dossier.guards),
        beyond=tuple(guard for guard in dossier.guards if guard.beyond),
    )
