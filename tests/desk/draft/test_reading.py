"""What `nox -s draft` sees in a text: sentences, quotations, speakers, dates, numbers, words of doubt."""

from __future__ import annotations

from datetime import date

import pytest

pytest.importorskip("sentencex", reason="`nox -s tests` installs what drafting needs")

from macros.desk.draft.article import Article
from macros.desk.draft.dates import dates_in, day_in
from macros.desk.draft.facts import doubt_in, edges, numbers_in, short_quotations_in
from macros.desk.draft.names import free_id, kind_of, slug
from macros.desk.draft.quotes import quotations
from macros.desk.draft.reading import read
from macros.desk.draft.segmenter import sentences
from macros.desk.draft.speakers import Speaker, listener, words_of_the_day
from macros.models.voice import Mode
from tests.draft_quality import Report, main, reports, wrong

FRIDAY = date(2024, 5, 10)


@pytest.mark.parametrize("one", reports(), ids=lambda one: one.name)
def test_reports_are_read_without_a_mistake(one: Report) -> None:
    assert wrong(one, read(one.article)) == {"sentences": [], "quotations": [], "speakers": []}


def test_the_bench_prints_its_figures(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    assert capsys.readouterr().out.splitlines()[-1] == "all: sentences 100.0 %, quotations 100.0 %, speakers 100.0 %"


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        (
            "en",
            "He left at 5 p.m. Then it rained, etc. Nobody came.",
            ["He left at 5 p.m.", "Then it rained, etc.", "Nobody came."],
        ),
        ("en", "It was late. “We go,” he said.", ["It was late.", "“We go,” he said."]),
        ("en", "They met in May. Lund left.", ["They met in May.", "Lund left."]),
        ("en", "It came at 9 a.m. Tuesday.", ["It came at 9 a.m. Tuesday."]),
        ("en", "It begins at 9 a.m. ET on the quay. Come.", ["It begins at 9 a.m. ET on the quay.", "Come."]),
        ("en", "“Why?” Ann Roe asked. It rained.", ["“Why?” Ann Roe asked.", "It rained."]),
        ("en", "It was late. (A note).", ["It was late.", "(A note)."]),
        ("en", "He follows then-Rep. Ann Roe. It rains.", ["He follows then-Rep. Ann Roe.", "It rains."]),
        ("fr", "M. Vernet est parti. Il reviendra.", ["M. Vernet est parti.", "Il reviendra."]),
        ("ru", "Он уехал в 2020 г. Потом вернулся.", ["Он уехал в 2020 г. Потом вернулся."]),
        (
            "es",
            "Es el mar. “Nadie va”, dijo. “Nadie”, insistió.",
            ["Es el mar.", "“Nadie va”, dijo.", "“Nadie”, insistió."],
        ),
        (
            "hy",
            "Նա ասաց. «Գնանք։ Լավ է»։ Լռեցին։ «Ոչ»,- ասաց նա։",
            ["Նա ասաց. «Գնանք։ Լավ է»։", "Լռեցին։", "«Ոչ»,- ասաց նա։"],
        ),
        ("zh", "他走了。她留下。", ["他走了。", "她留下。"]),
    ],
)
def test_sentences_end_where_they_end(language: str, text: str, parts: list[str]) -> None:
    assert sentences(text, language) == parts


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“a” and “b”", ["a", "b"]),
        ('He said "a" and "b".', ["a", "b"]),
        ("„a“ und »b« und ‚c", ["a", "b"]),
        ("« a » et «b»", [" a ", "b"]),
        ("‘It’s his’ he said", ["It’s his"]),
        ("“He said “no” twice”", ["He said “no” twice"]),
        ("「a」", ["a"]),
        ('the ’90s and 5" pipes', []),
        ('“a", he said', ["a"]),
        ("“It goes on", ["It goes on"]),
        ("‘Twas late", []),
    ],
)
def test_quotations_are_found_in_every_style(text: str, quoted: list[str]) -> None:
    assert [text[span.start : span.end] for span in quotations(text)] == quoted


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        (
            "en",
            "On Monday, who may come in May, said on 3 May 2024 that 12 died",
            ("2024-05-06", "2024-05", "2024-05-03"),
        ),
        ("en", "By April 2, 2023 or in 2022 or December 31", ("2023-04-02", "2022", "2023-12-31")),
        ("en", "On 2024-04-30, 30/04/2024 and 04/30/2024; 40/40/2024 and 31 June 2024 are none", ("2024-04-30",)),
        ("de", "Am 3. Mai 1400 Dateien, im September 2019", ("2024-05-03", "2019-09")),
        ("fr", "le 1er avril et mardi", ("2024-04-01", "2024-05-07")),
        ("es", "el 24 de febrero de 2022", ("2022-02-24",)),
        ("ru", "3 мая 2024 года, в марте 2023 года", ("2024-05-03", "2023-03")),
        ("hy", "2024 թվականի մայիսի 3-ին և 2023 թ. մարտին", ("2024-05-03", "2023-03")),
        ("pt-XX", "em 3 de maio", ("2024-05-03",)),
    ],
)
def test_dates_are_read_in_many_languages(language: str, text: str, dates: tuple[str, ...]) -> None:
    assert dates_in(text, language, FRIDAY) == dates


def test_the_one_day_of_a_line_is_found() -> None:
    assert day_in("Stand: 28.04.2020 18:00 Uhr") == "2020-04-28"
    assert day_in("3 May 2024 and 4 May 2024") == ""


def test_the_edges_of_a_sentence_are_a_few_of_its_words_as_published() -> None:
    assert edges("“We won’t go,” he said, and they won’t go.") == ("We won’t go", "they won’t go")
    assert edges("No, thank you.") == ("No, thank you", "No, thank you")
    assert edges("a b c d e f a b c d e a b c") == ("a b c", "e a b c")
    assert edges("…") == ("…", "…")
    assert edges("“C’est ce qu’il a dit hier à l’équipage d’Armel”.") == ("C’est ce qu’il", "à l’équipage d’Armel")
    assert edges("№5 boats.") == ("№5 boats.", "№5 boats.")
    # A word with letters of two alphabets cannot stand in a seed file.
    assert edges("The сat boats left the bay before a storm, the сat") == ("The", "…")


def test_numbers_are_given_with_the_words_around_them() -> None:
    text = "In the first week 300 of 500 boats left the bay, on 3 May 2024, before the storm came"
    assert numbers_in(text, "In the first", "the storm came", ("2024-05-03",)) == ("week 300 of", "of 500 boats")


def test_a_number_has_its_unit() -> None:
    text = "In the first week it was 71 per cent of all boats before the storm came"
    assert numbers_in(text, "In the first", "the storm came", ()) == ("was 71 per cent",)


def test_a_few_numbers_are_enough() -> None:
    text = "In the first place, 11 boats, 22 boats, 33 boats, 44 boats and 55 boats left before the storm came"
    assert len(numbers_in(text, "In the first", "the storm came", ())) == 4


def test_words_of_doubt_are_found() -> None:
    assert doubt_in("It will most likely fail", "en") == "most likely"
    assert doubt_in("It fell in May", "en") == ""
    assert doubt_in("Es fällt wohl aus", "de-AT") == "wohl"
    assert doubt_in("Probabilmente", "it") == ""


def test_how_words_are_given_is_seen() -> None:
    text = ("“We will go home tomorrow and stay,” he said.", "He said they “will go” home tomorrow.", "He said so.")
    reading = read(Article(text, language="en", issued=FRIDAY.isoformat()))
    assert [one.speech for one in reading.sentences] == [Mode.DIRECT, Mode.MIXED, Mode.INDIRECT]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The deaths announced in Paris were few.", None),
        ("Karl Edde’s reported offer was small.", None),
        ("A boat was reported missing.", None),
        ("New data on Thursday showed a loss, the office said.", "the office"),
        ("Kremlin officials said no.", "Kremlin officials"),
        ("A spokesman for the Foreign Ministry said no.", "a spokesman for the Foreign Ministry"),
        ("The head of the Foreign Ministry said no.", "the head of the Foreign Ministry"),
        ("City Mayor Bill Blake said no.", "Bill Blake"),
        ("But Mr. Blake, who heads the city, said no.", "Blake"),
        ("Blake, who heads it, and Ann Roe said no.", "Ann Roe"),
        ("Prices in the city said a lot.", None),
        ("The mayor of Sable, Ann Roe, said no.", "Ann Roe"),
        ("The tolls would stay, said the mayor, Ann Roe.", "Ann Roe"),
        ("Blake himself said no.", "Blake"),
        ("Sable hats said no.", None),
        ("“No,” said King, who left.", "King"),
        ("“No,” said one harbour operative in the town.", "one harbour operative in the town"),
        ("A local union, which said no in a letter, won.", None),
        ("The union which said no won.", "the union"),
        ("Ann Roe of the Sable School of Law said no.", "Ann Roe"),
        ("Patrol Chief Bill Blake with the Sable Police Department said no.", "Bill Blake"),
        ("The School of Law said no.", "the School of Law"),
        ("Ann Roe, an engineer at the Port Office of Sable told the Post no.", "Ann Roe"),
        ("Roe, author of the book “The Case for Boats,” argued that Sable was more open.", "Roe"),
        ("The agreement promises each side a half.", None),
        ("Data from Sable that suggested a loss are old.", None),
        ("“It was hard,” quipped Blake of his role.", "Blake"),
        ("It came after health officials this week said no.", "health officials"),
        ("It rose, according to government data.", "government data"),
        ("“No,” said someone at the meeting.", "someone at the meeting"),
        ("“No,” said another person.", "another person"),
        ("“No,” said Ann Roe who is the manager of the port.", "Ann Roe"),
        ("“No,” the man could be heard saying.", "the man"),
        ("Asked what he thought, Ann Roe said no.", "Ann Roe"),
        ("The assembly asked for a copy.", "the assembly"),
        ("The U.S. military said no.", "the U.S. military"),
        ("Boats should stay in, say harbour masters.", None),
        ("Boats should stay in, say pilots, but few do.", "pilots"),
        ("Still, a call for boats elicited a number of notes.", None),
        ("Harbour Lines’ Bill Blake said no.", "Bill Blake"),
        ("The mayor of Sable, Ann Roe, shrugged and said no.", "Ann Roe"),
        ("It rose to 9,753 metres and fell, officials said.", "officials"),
        ("Shortly before 19 May — an hour before Blake said no — it rained.", "Blake"),
    ],
)
def test_speakers_are_guessed_from_names_and_verbs(text: str, speaker: str | None) -> None:
    ears = listener("en")
    assert ears
    found = ears.heard(text, quotations(text))
    assert (found[0].name if found else None) == speaker


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("It was off, the Northern League and Vandria said in a joint statement.", ["Northern League", "Vandria"]),
        ("Both Kanto and Verel said no.", ["Kanto", "Verel"]),
        ("Pilots and harbour experts said no.", ["pilots", "harbour experts"]),
        ("It rained and Blake said no.", ["Blake"]),
        ("Vandria, the Northern League and Ann Roe said no.", ["Vandria", "Northern League", "Ann Roe"]),
    ],
)
def test_two_may_speak_together(text: str, speakers: list[str]) -> None:
    ears = listener("en")
    assert ears
    assert [one.name for one in ears.heard(text, [])] == speakers
    assert [one.name for one in ears.heard("They added that it rained.", [])] == speakers


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Orvany’s water minister, Petra Lund, said no.", "Petra Lund", "Orvany’s water minister"),
        ("Its envoy, Jonas Merrow, said no.", "Jonas Merrow", "envoy"),
        ("The envoy Jonas Merrow said no.", "Jonas Merrow", "the envoy"),
        ("Harbour Lines’ Bill Blake said no.", "Bill Blake", ""),
    ],
)
def test_a_role_is_a_text_for_readers(text: str, name: str, role: str) -> None:
    ears = listener("en")
    assert ears
    assert [(one.name, one.role) for one in ears.heard(text, [])] == [(name, role)]


def test_a_pronoun_means_whom_the_sentence_before_names() -> None:
    ears = listener("en")
    assert ears
    texts = (
        "Ann Roe said no.",
        "The mayor of Sable, Bea Lind, comforted the crews.",
        "“Stay,” she said.",
        "Although she said so, Roe left.",
        "“Go,” she said.",
    )
    names = [[one.name for one in ears.heard(text, quotations(text))] for text in texts]
    assert [names[0], names[2], names[4]] == [["Ann Roe"], ["Bea Lind"], ["Ann Roe"]]


@pytest.mark.parametrize(
    ("first", "second", "speaker"),
    [
        ("A reporter asked Bea Lind, “Why?”", "“Because it rains,” she replied.", "Bea Lind"),
        ("Lake House nominee Bea Lind joined the crews.", "She said no.", "Bea Lind"),
        ("Ann Roe said no.", "Later she went on to study law.", None),
    ],
)
def test_whom_the_sentence_before_means(first: str, second: str, speaker: str | None) -> None:
    ears = listener("en")
    assert ears
    ears.heard(first, quotations(first))
    found = ears.heard(second, quotations(second))
    assert (found[0].name if found else None) == speaker


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("The sluice would be returned “within days”.", ("returned “within days”",)),
        ("A “just share” cannot be had.", ("A “just share” cannot",)),
        ("“Just share” is what they said.", ("“Just share” is",)),
        ("They spoke of “a", ()),
    ],
)
def test_a_short_quotation_has_both_its_marks(text: str, phrases: tuple[str, ...]) -> None:
    assert short_quotations_in(text, quotations(text)) == phrases


def test_two_people_with_one_last_name_are_two_speakers() -> None:
    ears = listener("en")
    assert ears
    names = [ears.heard(text, []) for text in ("James Hall said no.", "Ellie Hall said yes.", "Hall said no.")]
    assert [one[0].name for one in names] == ["James Hall", "Ellie Hall", "James Hall"]
    assert listener("de") is None


def test_ids_are_made_of_names() -> None:
    taken = {"port-office"}
    assert free_id(slug("Port Office", "speaker"), taken) == "port-office-2"
    assert free_id("people", taken) == "a-people"
    # A person called Mark made the program run for ever.
    assert free_id(slug("Mark Wright", "speaker"), taken) == "a-mark-wright"
    assert free_id(slug("Mark Wright", "speaker"), taken) == "a-mark-wright-2"
    assert slug("Աննա", "speaker") == "speaker"
    assert slug(f"a {'b' * 60} c", "speaker") == "a"
    assert slug("one two three four five six seven", "speaker") == "one-two-three-four-five-six"


def test_the_kind_of_a_speaker_is_guessed_from_the_name() -> None:
    names = ("Ann Roe", "the Harbour Union", "the crews", "Harbour Union", "Blake")
    kinds = [kind_of(Speaker(name)) for name in names]
    assert kinds == ["person", "institution", "group", "institution", "institution"]
    assert kind_of(Speaker("two diplomats", is_named=False)) == "unnamed"


def test_a_sentence_as_long_as_a_table_is_read_in_no_time() -> None:
    reading = read(Article(("1 word " * 4000,), language="en", issued=FRIDAY.isoformat()))
    assert [(len(one.numbers), one.speakers) for one in reading.sentences] == [(0, ())]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Blake said on Friday that it rained.", "Friday"),
        ("“No,” Blake told reporters Monday.", "Monday"),
        ("Blake said it rained on the hills.", ""),
        ("Blake announced on 3 May 2024 that it rained.", "3 May 2024"),
        ("Blake said that they met on Friday.", ""),
        ("It will rain on Friday.", ""),
    ],
)
def test_the_day_of_saying_stands_beside_the_verb(text: str, day: str) -> None:
    assert words_of_the_day(text, quotations(text), "en") == day
    assert words_of_the_day(text, quotations(text), "de") == ""
