from __future__ import annotations

from macros.models.dossier import Dossier
from macros.rendering.prose import Prose, Run, Segment, SegmentKind


def plain(text: str) -> Segment:
    return Segment(SegmentKind.TEXT, text)


def test_a_quotation_becomes_a_separate_run(minimal: Dossier) -> None:
    runs = Prose(minimal).runs("he saw “no way out” of it")
    assert runs == [
        Run(quoted=False, segments=(plain("he saw "),)),
        Run(quoted=True, segments=(plain("no way out"),)),
        Run(quoted=False, segments=(plain(" of it"),)),
    ]


def test_a_term_is_linked_only_at_its_first_use_on_the_page(shipped: Dossier) -> None:
    prose = Prose(shipped)
    first, second = prose.runs("Baku and baku and Baku"), prose.runs("Baku")
    assert [(s.kind, s.text) for s in first[0].segments] == [("place", "Baku"), ("text", " and baku and Baku")]
    assert first[0].segments[0].record == shipped.actor["azerbaijan"]
    assert [s.kind for s in second[0].segments] == ["text"]


def test_the_longest_form_is_matched_and_only_whole_words_match(shipped: Dossier) -> None:
    runs = Prose(shipped).runs("soundtracks of Western mediation")
    assert [(s.kind, s.text) for s in runs[0].segments] == [("text", "soundtracks of "), ("term", "Western mediation")]


def test_without_terms_a_text_stays_whole(minimal: Dossier) -> None:
    assert Prose(minimal).runs("a track") == [Run(quoted=False, segments=(plain("a track"),))]
