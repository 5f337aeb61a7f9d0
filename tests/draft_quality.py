"""`nox -s bench -- draft`: how well `nox -s draft` reads reports. It prints figures, and never fails.

The reports in `tests/desk/draft/reports` are invented, and belong to this repository. Each line is a sentence, with its first speaker
in [brackets], and each quotation in {{braces}}. So one file holds the text and what is right.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.desk.draft.article import Article
from macros.desk.draft.reading import Reading, read

REPORTS = Path(__file__).parent / "desk/draft/reports"
DAY = date(2024, 5, 15)


@dataclass(frozen=True)
class Report:
    """A report, and what is right about it.

    Attributes:
        name: The name of its file, which begins with its language.
        article: The report.
        sentences: Its sentences.
        quotations: The quotations of each sentence.
        speakers: The first speaker of each sentence; empty if only the outlet speaks.
    """

    name: str
    article: Article
    sentences: tuple[str, ...]
    quotations: tuple[tuple[str, ...], ...]
    speakers: tuple[str, ...]


def report(path: Path) -> Report:
    """Reads a file with a report."""
    title, *lines = path.read_text(encoding="utf-8").splitlines()
    paragraphs: list[list[str]] = [[]]
    sentences, quotations, speakers = [], [], []
    for line in lines:
        found = re.fullmatch(r"(?:\[(?P<speaker>[^\]]+)\] )?(?P<text>.*?)\s*", line)
        if not line.strip() or not found:
            paragraphs.append([])
            continue
        text = found["text"].replace("{{", "").replace("}}", "")
        paragraphs[-1].append(text)
        sentences.append(text)
        quotations.append(tuple(re.findall(r"\{\{(.*?)\}\}", found["text"])))
        speakers.append(found["speaker"] or "")
    article = Article(
        tuple(" ".join(one) for one in paragraphs),
        title.removeprefix("# "),
        issued=DAY.isoformat(),
        language=path.name[:2],
    )
    return Report(path.stem, article, tuple(sentences), tuple(quotations), tuple(speakers))


def reports() -> list[Report]:
    """All reports."""
    return [report(path) for path in sorted(REPORTS.glob("*.txt"))]


def _is_same_speaker(right: str, found: str) -> bool:
    """Whether two names mean the same speaker: the last name is enough."""
    return (
        right == found
        or (bool(found) and right.startswith(found))
        or right.split()[-1].casefold() == (found.split() or [""])[-1].casefold()
    )


def wrong(one: Report, reading: Reading) -> dict[str, list[str]]:
    """What is wrong in a reading, by what is counted."""
    body = [sentence for sentence in reading.sentences if sentence.address != "headline"]
    found = {sentence.text: sentence for sentence in body}
    mistakes: dict[str, list[str]] = {"sentences": [], "quotations": [], "speakers": []}
    for text, quotations, speaker in zip(one.sentences, one.quotations, one.speakers, strict=True):
        sentence = found.get(text)
        if sentence is None:
            mistakes["sentences"].append(text)
            continue
        spans = tuple(text[span.start : span.end].strip() for span in sentence.quotations)
        if spans != quotations:
            mistakes["quotations"].append(f"{text} → {spans}")
        heard = sentence.speakers[0].name if sentence.speakers else ""
        if speaker and not _is_same_speaker(speaker, heard):
            mistakes["speakers"].append(f"{text} → {heard or 'nobody'}")
        elif not speaker and heard and any(one.speakers):
            mistakes["speakers"].append(f"{text} → {heard}")
    return mistakes


def counted(one: Report) -> Counter[str]:
    """How many sentences, sentences with quotations, and sentences with speakers a report has."""
    return Counter(
        sentences=len(one.sentences),
        quotations=sum(map(len, one.quotations)),
        speakers=len(one.speakers) if any(one.speakers) else 0,
    )


def main() -> None:
    """Prints the figures by report, and the sum."""
    every, bad = Counter[str](), Counter[str]()
    for one in reports():
        count, mistakes = counted(one), wrong(one, read(one.article))
        every += count
        bad += Counter({what: len(lines) for what, lines in mistakes.items()})
        print(
            f"{one.name}: "
            + ", ".join(f"{what} {count[what] - len(mistakes[what])} of {count[what]}" for what in count)
        )
        for line in (f"  {what}: {line}" for what, lines in mistakes.items() for line in lines):
            print(line)
    print("all: " + ", ".join(f"{what} {100 * (every[what] - bad[what]) / every[what]:.1f} %" for what in every))


if __name__ == "__main__":
    main()
