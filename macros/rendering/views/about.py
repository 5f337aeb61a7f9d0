"""How the dossier was made, and how well its guards work."""

from __future__ import annotations

from dataclasses import dataclass

from macros.evidence.fingerprint import DIGEST_BYTES
from macros.evidence.quotations import FEWEST_WORDS, MOST_WORDS
from macros.evidence.words import SHINGLE
from macros.models.dossier import Dossier
from macros.models.guard import Guard


@dataclass(frozen=True)
class AboutView:
    """What the page on method tells in figures.

    Attributes:
        sources: Number of sources that the dossier retells.
        fingerprinted: Number of sources with a fingerprint.
        passages: Number of passages with a fingerprint.
        shingle: Words in a shingle.
        bits: Bits in a hash.
        quotation: Fewest and most words of a quotation.
        planted: Falsifications planted in all; 0 where none were.
        caught: Those that a check caught.
        beyond: Kinds of falsification that no check can catch, with the reason.
    """

    sources: int
    fingerprinted: int
    passages: int
    shingle: int
    bits: int
    quotation: tuple[int, int]
    planted: int
    caught: int
    beyond: tuple[Guard, ...]

    @property
    def missed(self) -> int:
        """Falsifications that only a reader of the source can find."""
        return self.planted - self.caught


def about(dossier: Dossier) -> AboutView:
    """The figures behind the method."""
    return AboutView(
        sources=len(dossier.base_layer),
        fingerprinted=len(dossier.fingerprints),
        passages=sum(len(one.passages) for one in dossier.fingerprints),
        shingle=SHINGLE,
        bits=8 * DIGEST_BYTES,
        quotation=(FEWEST_WORDS, MOST_WORDS),
        planted=sum(guard.planted for guard in dossier.guards),
        caught=sum(guard.caught for guard in dossier.guards),
        beyond=tuple(guard for guard in dossier.guards if guard.beyond),
    )
