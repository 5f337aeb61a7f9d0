from __future__ import annotations

import pytest

from macros.evidence.fingerprint import make_fingerprint
from macros.evidence.quotations import Quotation
from macros.evidence.verification import Finding, check_quotation

PRINT = make_fingerprint(
    "herald",
    {
        "p1s1": "The old keeper of the light was not at all partial, he said to the fishers of the bay.",
        "p1s2": "Honesty does not fill nets.",
        "p2s1": " ".join(f"word{n}" for n in range(40)),
        "p2s2": "The ministers said we're ready for the talks and would pay $5 million to the 40% of crews, 1,200 boats, "
        "that caught 3.5 tons at -5 degrees; its head told the US side.",
        "p2s3": "On Monday they would not be meeting the fishers, he sees no real mechanisms from the West in it.",
        "p2s4": "Are the boats of the fishers ready for the sea?",
    },
)
ALL = tuple(PRINT.passage)


def check(quotation: str, before: str = "", after: str = "", joined: tuple[str, ...] = ()) -> Finding | None:
    return check_quotation(Quotation(quotation, before, after, joined), ALL, PRINT)


@pytest.mark.parametrize(
    "quotation",
    [
        "keeper of the light",
        "Keeper of the light",
        "the old keeper … was not at all",
        "the fishers of the bay,",
        "the old keeper ... of the light",
        "[t]he old keeper of",
        "the old keeper [of a lighthouse] of the light",
        "does not fill",
        "we’re ready for the talks",
        "pay $ 5 million",
        "caught 3.5 tons at −5 degrees",
        "would not be meeting the",
        "the fishers ready for the sea?",
        " ".join(f"word{n}" for n in range(25)),
    ],
)
def test_a_correct_quotation_passes(quotation: str) -> None:
    assert check(quotation) is None


@pytest.mark.parametrize(
    ("quotation", "message", "hint"),
    [
        ("…", "has 0 words", "quote at least one word"),
        (
            "the light",
            "nothing proves the quotation “the light”, which is too short to verify by itself",
            "add the words around it, three to five as published, to 'phrases' of its passage",
        ),
        (" ".join(f"word{n}" for n in range(26)), "has 26 words", "at most 25 words are allowed"),
        ("Honesty does not fill nets", "is the whole passage p1s2", "quote only a part of it"),
        (
            "the old keeper … partial",
            "the part 'partial' of the quotation is too short to verify",
            "each part needs at least 3 words",
        ),
        ("never was heard here", "is not in p1s1", "no passage has the words 'never was heard'"),
        ("the old keeper [wept] of light was", "is not in p1s1", "no passage has the words 'of light was'"),
        ("he said to … the old keeper", "is not in p1s1", "'he said to' is in p1s1"),
    ],
)
def test_a_wrong_quotation_is_reported_with_a_hint(quotation: str, message: str, hint: str) -> None:
    finding = check(quotation)
    assert finding is not None
    assert message in finding.message
    assert finding.hint == hint


@pytest.mark.parametrize(
    ("quotation", "differs"),
    [
        ("keeper of the lamp", "lamp"),
        ("Keeper of the LIGHT was", "LIGHT"),
        ("the ministers said were ready", "were"),
        ("the talks and would pay €5 million", "€5"),
        ("the talks and would pay 5 million", "5"),
        ("million to the 40 of crews", "40"),
        ("40% of crews, 1.200 boats", "1."),
        ("boats, that caught 3-5 tons", "3-"),
        ("3.5 tons at 5 degrees", "5"),
        ("at -5 degrees; it's head", "it's"),
        ("head told the us side", "us"),
        ("we're ready for the talks?", "talks?"),
        ("we're ready for the talks!", "talks!"),
        ("the fishers, he sees no. Real mechanisms", "no."),
        ("the fishers ready for the sea", "sea"),
    ],
)
def test_what_changes_the_meaning_of_a_quotation_is_named(quotation: str, differs: str) -> None:
    finding = check(quotation)
    assert finding is not None
    assert finding.hint.endswith(f"the first word that differs is '{differs}'")


@pytest.mark.parametrize(
    ("quotation", "message"),
    [
        ("On Monday they would … be meeting the fishers", "leaves out a word that denies, word 5 of p2s3"),
        ("On Monday they would [surely] be meeting the fishers", "leaves out a word that denies, word 5 of p2s3"),
        ("be meeting the fishers", "leaves out the denial before it, word 5 of p2s3"),
        ("meeting the fishers, he", "leaves out the denial before it, word 5 of p2s3"),
        ("real mechanisms from the West", "leaves out the denial before it, word 12 of p2s3"),
        ("mechanisms from the West", "leaves out the denial before it, word 12 of p2s3"),
        ("he sees no [doubt of] real mechanisms from", "'[doubt of]' turns the meaning"),
        ("he sees no [sign of] real mechanisms from", "after 'no', the quotation"),
        ("they would not … the fishers, he sees", "after 'not', the quotation"),
        ("the old keeper [never] of the light", "'[never]' turns the meaning"),
        ("the old keeper [allegedly] of the light", "'[allegedly]' turns the meaning"),
        ("the old keeper [whom they all had known] of the light", "more than 4 words are added"),
        ("[never] the old keeper of the light", "begins or ends with words of ours"),
        ("the old keeper of [the whole isle]", "begins or ends with words of ours"),
        ("the old keeper [wise and old] [never so] of the light", "more than 4 words are added"),
        ("the old keeper of the light was", "leaves out the denial after it, word 8 of p1s1"),
        ("On Monday they would", "leaves out the denial after it, word 5 of p2s3"),
        ("the old keeper of the [de]light was", "a word of the quotation"),
        ("said we're [un]ready for the talks", "a word of the quotation"),
    ],
)
def test_a_quotation_that_turns_its_meaning_is_reported(quotation: str, message: str) -> None:
    finding = check(quotation)
    assert finding is not None
    assert message in finding.message


@pytest.mark.parametrize(
    ("before", "quotation"),
    [("He sees no ", "real mechanisms from the West"), ("They did not plan on ", "be meeting the fishers")],
)
def test_a_denial_before_the_quotation_is_ours_to_repeat(before: str, quotation: str) -> None:
    assert check(quotation, before) is None


def test_a_denial_that_we_add_before_a_quotation_is_reported() -> None:
    finding = check("keeper of the light", "He was not the ")
    assert finding is None
    finding = check("keeper of the light", "They have no ")
    assert finding is not None
    assert finding.message == "'no' denies the quotation “keeper of the light”, but p1s1 does not"


def test_a_denial_that_belongs_to_something_else_does_not_count() -> None:
    assert check("be meeting the fishers", "It was no surprise that they would ") is not None
    assert check("On Monday they would", "", " not meet them") is None
    assert check_quotation(Quotation("On Monday they would"), ALL, PRINT) is None


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("They had 1,200 boats in the hall", "200 boats in the hall"),
        ("They had 3.5 tons of fish there", "5 tons of fish"),
        ("It opened at 10:30 in the bay", "30 in the bay"),
        ("All of them would pay 1,200 there", "them would pay 1"),
        ("All of them would pay 3.5 there", "them would pay 3"),
        ("This anti-war plan of the mayor is old", "war plan of the mayor"),
        ("The non-lethal aid of the west is here", "lethal aid of the west"),
        ("They were for one peace-plan of the mayor", "were for one peace"),
        ("All US forces will go to the isle", "uS forces will go"),
        ("نحن نريد ٣٫٥ مليون قارب هنا", "نريد ٣ ٥ مليون"),
        ("Նա կղզի՞ գնաց այսօր նավով", "Նա կղզի գնաց"),
        ("We cannot under any of these terms accept the plan today", "accept the plan today"),
        ("She declined to sign the treaty of peace with them", "sign the treaty of peace"),
        ("They ruled out talks with the mayor this year", "talks with the mayor"),
    ],
)
def test_what_a_cut_changes_is_reported(text: str, quotation: str) -> None:
    source = make_fingerprint("herald", {"p1s1": text})
    assert check_quotation(Quotation(quotation), ["p1s1"], source) is not None


@pytest.mark.parametrize(
    ("text", "quotation", "before"),
    [
        ("The talks were not held because the boats were late again", "because the boats were late", ""),
        ("There is no doubt that the talks will go on there", "the talks will go on", ""),
        ("They came whether or not the boats were ready for it", "the boats were ready", ""),
        ("He fears no one and wants peace for the whole bay", "wants peace for the whole", ""),
        ("They rejected it and the boats went to sea again", "the boats went to sea", ""),
        ("He did not want talks with the mayor. Today he has talks with the mayor", "talks with the mayor", ""),
        ("He would not come because the keeper was partial to them", "because the keeper was", "He stayed away "),
        ("The mayor—a fisher—said so in the bay", "mayor — a fisher — said so", ""),
        ("Wait … the boats belong to the bay of ours", "Wait … the boats belong to", ""),
        ("They had 1,200 boats in the hall", "had 1,200 boats in", ""),
        ("نريد 5% من الدخل هنا اليوم", "5٪ من الدخل", ""),
    ],
)
def test_a_right_quotation_raises_no_alarm(text: str, quotation: str, before: str) -> None:
    source = make_fingerprint("herald", {"p1s1": text})
    assert check_quotation(Quotation(quotation, before, ""), ["p1s1"], source) is None


def test_adjoining_quotations_count_as_one() -> None:
    long = " ".join(f"word{n}" for n in range(13))
    rest = " ".join(f"word{n}" for n in range(13, 26))
    assert check(rest) is None
    finding = check(rest, joined=(long,))
    assert finding is not None
    assert "and those directly before it have 26 words" in finding.message
    finding = check("fishers ready for the sea?", joined=("Are the boats of the",))
    assert finding is not None
    assert "is the whole passage p2s4" in finding.message
    assert check("fishers ready for the sea?", joined=("the old keeper of the",)) is None


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("सरकार की जीत तय है और सब लोग मिलकर काम करेंगे", "सरकार की जीत तय", "सरकार की जाति तय"),
        ("双方在十一月的谈判之前已经准备好了新的文件", "双方在十一月的谈判", "双方在十二月的谈判"),
        ("ผู้เฒ่าบอกว่าการเจรจาจะไม่สำเร็จในปีนี้", "ผู้เฒ่าบอกว่าการเจรจา", "ผู้เฒ่าบอกว่าการเจรจี"),
        ("كَتَبَ الوَلَدُ رِسالَةً إلى أُمِّهِ", "كَتَبَ الوَلَدُ رِسالَةً", "كُتِبَ الوَلَدُ رِسالَةً"),
        ("שָׁלוֹם לְכָל הָאֲנָשִׁים בָּעִיר", "שָׁלוֹם לְכָל הָאֲנָשִׁים", "שָׁלוֹם לְכֶל הָאֲנָשִׁים"),
    ],
)
def test_quotations_are_verified_in_every_script(text: str, right: str, wrong: str) -> None:
    source = make_fingerprint("herald", {"p1s1": text}, "xx")
    assert check_quotation(Quotation(right), ["p1s1"], source) is None
    assert check_quotation(Quotation(wrong), ["p1s1"], source) is not None


def test_a_passage_without_a_fingerprint_matches_no_quotation() -> None:
    finding = check_quotation(Quotation("keeper of the light"), ["p9s9"], PRINT)
    assert finding is not None
    assert finding.message == "the quotation “keeper of the light” is not in any passage"
