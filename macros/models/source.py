"""Sources and their passages: what was published, and its addressable sentences."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated
from urllib.parse import quote

from pydantic import Field, StringConstraints

from macros.models.affiliation import AffiliationText
from macros.models.base import Guessed, IdentifiedRecord, Language, Nothing, Record, Stated, Text
from macros.models.date import EdtfDate, ExactDay, OnceDate
from macros.models.references import ActorRef, Name, SourceRef, Verbatim
from macros.models.voice import AnyVoice, Mode, Path, path_of
from macros.models.web_address import WebAddress, shown_host

PassageAddress = Annotated[str, StringConstraints(pattern=r"^(dateline|headline|p[1-9][0-9]*s[1-9][0-9]*)$")]
"""`p4s2` is sentence 2 of paragraph 4. The headline and the dateline belong to no paragraph."""


class NoteKind(StrEnum):
    """What an editor's note is about."""

    SLIP = "slip"
    """The source contains a mistake."""
    AMBIGUITY = "ambiguity"
    """The source can be read in two ways."""
    NAME = "name"
    """A name is disputed or spelt in several ways."""
    CODING = "coding"
    """A choice of ours."""


class Extent(StrEnum):
    """How much of a source we read."""

    FULL = "full"
    """We read all of it, and list all of its sentences."""
    EXCERPT = "excerpt"
    """We saw a part of it."""


class Layer(StrEnum):
    """The layer in which a source may be used. No page mixes layers without a visible boundary."""

    BASE = "base"
    """What the dossier is based on."""
    OTHER = "other"
    """Compared with the base, up to the as-of date."""
    AFTERWARDS = "afterwards"
    """Published after the as-of date."""


class Note(Record):
    """An editorial note. It is always ours, and pages label it as such."""

    kind: NoteKind = Field(description="slip, ambiguity, name (a disputed name) or coding (a choice of ours).")
    text: Text = Field(description="The note, in our own words.")


class Passage(Record):
    """One sentence of a source: its address, but not its text.

    Editors record its dates and doubt here and again in the statements that are based on it. The two must match; a difference is a
    problem. Its voices and their manner of speech need not be repeated there.

    The first and last words are the selector of a URL text fragment (WICG, Scroll to Text Fragment).
    """

    address: PassageAddress = Field(
        description="p4s2 is sentence 2 of paragraph 4; headline and dateline are the others."
    )
    starts: Annotated[Text, Verbatim] = Field(description="The first two to five words, as published.")
    ends: Annotated[Text, Verbatim] = Field(description="The last two to five words, as published.")
    speech: Mode | None = Field(
        default=None,
        description="How the outlet reports somebody's words: direct, indirect, mixed. Not needed if only the outlet speaks.",
    )
    voices: tuple[AnyVoice, ...] = Field(
        default=(),
        description="Who speaks in it, side by side: ids of actors. {by: b, through: [a]} is what a says that b said. Nobody, if only the outlet speaks.",
    )
    dates: tuple[EdtfDate, ...] = Field(default=(), description="All dates that it names or implies.")
    numbers: tuple[Annotated[Text, Verbatim], ...] = Field(
        default=(),
        description="Its numbers that our words repeat and that are not in starts and ends; each in three to five words, as published.",
    )
    phrases: tuple[Annotated[Text, Verbatim], ...] = Field(
        default=(),
        description="For each quotation of one or two words, these with the words around them: three to five words, as published.",
    )
    doubt: Text | None = Field(default=None, description="Its words of doubt: most likely, supposed …")
    left_out: Text | None = Field(default=None, description="Why no record uses the passage.")
    notes: tuple[Note, ...] = Field(default=(), description="Notes by the editors.")
    guessed: Guessed = ()

    @property
    def known_words(self) -> str:
        """The words of the passage that the dossier has."""
        return " … ".join((self.starts, self.ends, *self.numbers, *self.phrases))

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
        """The number of the paragraph; None for the headline and the dateline."""
        return int(self.address[1:].split("s")[0]) if self.address.startswith("p") else None

    @property
    def sentence(self) -> int | None:
        """The number of the sentence within its paragraph; None for the headline and the dateline."""
        return int(self.address.split("s")[1]) if self.address.startswith("p") else None


class Source(IdentifiedRecord):
    """A published document. Some field names are those of the Citation Style Language (CSL)."""

    layer: Layer = Field(default=Layer.BASE, description="base, other or afterwards.")
    title: Annotated[Stated, Verbatim] = Field(
        description="Title as published; none if it has none, such as a broadcast; unknown if we have not seen it. The rule against copying does not apply to it."
    )
    publisher: ActorRef = Field(description="Id of the actor that published it.")
    affiliation: Annotated[AffiliationText, Name] = Field(
        description="Country; then the kind of publisher: state, public, private …"
    )
    language: Language = Field(description="Its language as a BCP 47 tag: en, fr, pt-BR …")
    issued: OnceDate = Field(description="When it was published; with ? if we infer the day from the text or address.")
    accessed: ExactDay = Field(description="When we read it.")
    url: Annotated[WebAddress, Verbatim] = Field(description="Where it can be read.")
    author: Annotated[Stated, Name] = Field(default=Nothing.UNKNOWN, description="Who signed it, or a kind of nothing.")
    read: Extent = Field(description="full or excerpt.")
    dates: tuple[EdtfDate, ...] = Field(
        default=(), description="All dates of an excerpt that a check or a later fact uses."
    )
    remark: Text | None = Field(default=None, description="What a reader must know about the document, in our words.")
    passages: tuple[Passage, ...] = Field(
        default=(), description="Its sentences. A source read in full lists all of them."
    )
    guessed: Guessed = ()

    @property
    def host(self) -> str:
        """The host of its address, which shows a reader where a link goes."""
        return shown_host(self.url)

    def heard_in(self, passage: Passage) -> dict[Path, Mode | None]:
        """The voices of a passage, each with the manner in which the outlet reports it; None if the editor must still give it.

        Args:
            passage: A passage of this source.
        """
        if not passage.voices:
            return {(): Mode.INDIRECT}
        found: dict[Path, Mode | None] = {}
        for voice in passage.voices:
            path = path_of(voice, self.publisher)
            own = None if isinstance(voice, str) else voice.speech
            # Nobody quotes himself.
            found[path] = (own or passage.speech) if path else Mode.INDIRECT
        return found

    def address_of(self, passage: Passage) -> str:
        """The address of a passage, with a text fragment. A text fragment that the editor copied is replaced."""
        address = self.url.split(":~:")[0]
        return f"{address}{'' if '#' in address else '#'}{passage.text_directive}"


class ExcerptQuote(Record):
    """A short quotation from a source that we saw only in an excerpt, so the build cannot verify it."""

    source: SourceRef = Field(description="Id of the source.")
    fragment: Annotated[Text, Verbatim] = Field(description="At most 15 words, exactly as published.")
