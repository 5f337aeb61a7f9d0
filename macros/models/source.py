"""Sources and their passages: what was published, and the addressable sentences of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated
from urllib.parse import quote, urlsplit

from pydantic import Field, StringConstraints

from macros.models.affiliation import AffiliationText
from macros.models.base import IdentifiedRecord, Language, Nothing, Record, Stated, Text, WebAddress
from macros.models.date import EdtfDate
from macros.models.references import ActorRef, SourceRef, Verbatim

PassageAddress = Annotated[str, StringConstraints(pattern=r"^(dateline|headline|p[1-9][0-9]*s[1-9][0-9]*)$")]
"""`p4s2` is sentence 2 of paragraph 4; the headline and the dateline stand outside the paragraphs."""


class NoteKind(StrEnum):
    """Why an editor speaks beside a passage."""

    SLIP = "slip"
    AMBIGUITY = "ambiguity"
    NAME = "name"
    CODING = "coding"


class Mode(StrEnum):
    """How the outlet gives somebody's words."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Extent(StrEnum):
    """How much of a source we have read."""

    FULL = "full"
    EXCERPT = "excerpt"


class Layer(StrEnum):
    """In which of the three layers a source may be used; no page mixes them without a visible boundary."""

    BASE = "base"
    """What the dossier retells."""
    OTHER = "other"
    """Compared with the base, up to the as-of date."""
    AFTERWARDS = "afterwards"
    """Published after the as-of date."""


class Note(Record):
    """An editorial note: always ours, always labelled so."""

    kind: NoteKind = Field(description="slip, ambiguity, name (a contested name) or coding (a choice of ours).")
    text: Text = Field(description="The note, in our own words.")


class Passage(Record):
    """One sentence of a source, addressed but not republished.

    What it says of speakers, dates, manner and doubt is written down here once, and again in the statements that
    rest on it. The two must agree, as in double-entry bookkeeping: a slip in either is a problem.

    The first and last words are the selector of a URL text fragment (WICG, Scroll to Text Fragment).
    """

    address: PassageAddress = Field(
        description="p4s2 is sentence 2 of paragraph 4; headline and dateline stand outside."
    )
    starts: Annotated[Text, Verbatim] = Field(description="The first two to five words, as published.")
    ends: Annotated[Text, Verbatim] = Field(description="The last two to five words, as published.")
    speech: Mode | None = Field(default=None, description="How it gives somebody's words: direct, indirect, mixed.")
    voices: tuple[ActorRef, ...] = Field(
        default=(), description="Ids of all who speak in it, the outlet left out, from the outermost to the innermost."
    )
    dates: tuple[EdtfDate, ...] = Field(default=(), description="Every date that it names or implies.")
    doubt: Text | None = Field(default=None, description="Its word of doubt: most likely, supposed …")
    left_out: Text | None = Field(default=None, description="Why no record uses the passage.")
    notes: tuple[Note, ...] = Field(default=(), description="What the editors add.")

    @property
    def text_directive(self) -> str:
        """The text directive that makes a browser scroll to the passage (WICG, *URL Fragment Text Directives*)."""

        # A hyphen separates the parts of a text directive, so it is escaped although URLs allow it.
        def encoded(words: str) -> str:
            return quote(words, safe="").replace("-", "%2D")

        if self.starts == self.ends:
            return f":~:text={encoded(self.starts)}"
        return f":~:text={encoded(self.starts)},{encoded(self.ends)}"

    @property
    def paragraph(self) -> int | None:
        """The paragraph's number, None for the headline and the dateline."""
        return int(self.address[1:].split("s")[0]) if self.address.startswith("p") else None

    @property
    def sentence(self) -> int | None:
        """The sentence's number within its paragraph."""
        return int(self.address.split("s")[1]) if self.address.startswith("p") else None


class Source(IdentifiedRecord):
    """A published document. Field names follow the Citation Style Language where it has one."""

    layer: Layer = Field(default=Layer.BASE, description="base, other or afterwards.")
    title: Annotated[Stated, Verbatim] = Field(
        description="Title as published, exempt from the rule against copying; unknown where we have not seen it."
    )
    publisher: ActorRef = Field(description="Id of the actor that published it.")
    affiliation: Annotated[AffiliationText, Verbatim] = Field(
        description="Country; kind of the publisher: state, public, private …"
    )
    language: Language = Field(description="Its language as a tag: en, hy, az …")
    issued: EdtfDate = Field(description="When it was published; with ? where we infer the day from text or address.")
    accessed: EdtfDate = Field(description="When we read it.")
    url: Annotated[WebAddress, Verbatim] = Field(description="Where it can be read.")
    author: Stated = Field(default=Nothing.UNKNOWN, description="Who signed it, or which kind of nothing stands there.")
    read: Extent = Field(description="full or excerpt.")
    dates: tuple[EdtfDate, ...] = Field(
        default=(), description="Every date that an excerpt gives and that a check or a later fact takes up."
    )
    remark: Text | None = Field(default=None, description="What a reader must know of the document, in our words.")
    passages: tuple[Passage, ...] = Field(default=(), description="Its sentences, as far as we use them.")

    @property
    def host(self) -> str:
        """The host of its address, by which a reader knows where a link leads."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.")

    def address_of(self, passage: Passage) -> str:
        """The address at which a browser scrolls to a passage; one that an editor has copied may do so already."""
        address = self.url.split(":~:")[0]
        return f"{address}{'' if '#' in address else '#'}{passage.text_directive}"


class ExcerptQuote(Record):
    """A short quotation from a source that we saw in excerpt, so that nothing can verify it. One a source at most."""

    source: SourceRef = Field(description="Id of the source.")
    fragment: Annotated[Text, Verbatim] = Field(description="At most 15 words, as published.")
