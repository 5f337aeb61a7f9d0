"""Sees what stands around the text of an article and is none of it: captions, bylines, headings, links, offers to readers."""

from __future__ import annotations

import re

from macros.evidence.words import amount, words_of

_ENDS = tuple('.!?…։。！？؟।။:;"”»')
_CLOSING = "\"”»’')]"
_MOST_WORDS_OF_A_LINE = 14
_MOST_WORDS_OF_A_LINK = 25
_MOST_WORDS_OF_A_CAPTION = 60
_MOST_WORDS_OF_CREDITS = 200
_MOST_WORDS_OF_A_QUESTION = 6

HEADLINE = "The headline, which sums up the text."
CAPTION = "A caption or a credit."
BYLINE = "A line about who wrote the article, or when."
LINK = "A link to something else."
OFFER = "An offer to readers."
HEADING = "A heading, or a line that is no sentence."

_LINK = re.compile(
    r"""(?ix) (?:[-–—*•>»]\s+)? (?:
    read\s(?:more|also|next|the\sfull|our) | also\sread | see\salso | related\b | more\s(?:on|from|about)\b | don['’]t\smiss | in\spictures
    | watch(?:\s(?:now|live|the\svideo))?: | listen(?:\sto)?: | look-up | (?:a\ssimple\sguide|explainer|video|live|gallery):
    | lire\s(?:aussi|également|la\ssuite) | à\slire | voir\saussi | articles?\sen\srelation | sur\sle\smême\s(?:sujet|thème)
    | le[ae]\s(?:también|más) | leer\s(?:también|más) | seguir\sleyendo | te\spuede\sinteresar | más\ssobre | mirá?\stambién
    | leia\s(?:mais|também) | saiba\smais | veja\s(?:mais|também) | leggi\sanche
    | mehr\s(?:zum\sthema|dazu) | lesen\ssie | siehe\sauch | weitere\smeldungen | aus\sdem\sarchiv | alle\smeldungen
    | читайте\s(?:также|ещ[её]) | смотрите\sтакже | по\sтеме: | կարդացեք\sնաև | lees\sook
    )"""
)
_OFFER = re.compile(
    r"""(?ix) (?:
    ^(?:sign\sup|subscribe|log\sin|join\sus|follow\sus|support\s(?:us|our)|donate|download\s(?:our|the)\sapp|get\s(?:the|our)\s.{0,60}\b(?:e-?mail|newsletter|app|inbox|edition))\b
    | \b(?:newsletters?|all\srights\sreserved|terms\sof\s(?:use|service)|privacy\spolicy|daily\sedition\sby\semail)\b
    | \bfollow\s(?:him|her|us|me|them)\son\b | \b(?:may|can)\sbe\sreached\sat\b
    | ^(?:abonnez|inscrivez|recevez|publier\sun\snouveau\scommentaire|caractères\srestants|j['’]ai\slu\set\sj)
    | ^(?:suscr[ií]b|reg[ií]strate|síguenos|para\scomentar|si\sno\sest[aá]s?\sregistrad|no\srecuerdas\stu)
    | ^(?:assine|inscreva|siga-nos|apoie\b|continua\sdepois\sda\spublicidade|os\scomentários)
    | ^(?:abonnieren|jetzt\s(?:abonnieren|anmelden)|melden\ssie\ssich)
    | ^(?:подпи(?:шитесь|сывайтесь)|բաժանորդագր)
    )"""
)
_CAPTION = re.compile(
    r"""(?ix)
    \(?\d+\s(?:of|de|von|sur|из|/)\s\d+(?=\s?[.:|)]|$)
    | \(?(?:file\sphoto|photo|picture|image|caption|video|graphic|foto|bild|imagen|imagem|légende|crédit|фото|լուսանկար)\w{0,4}(?:\s(?:by|credit|de|von|par))?\s?[:/|©]
    | (?:in\sthis\s(?:file\s|handout\s|undated\s)?(?:photo|picture|image|frame)|a\sfile\s(?:photo|picture))\b
    | \(?(?:(?:additional\s|further\s)?(?:reporting|writing|editing)\s(?:by|and)\b|compiled\sby|with\s(?:reporting|files|material|information)|con\sinformación|avec\s\w+$|mit\s(?:material|informationen|agenturen)|com\sinformações)
    | \(?(?:sources?|quellen?|fuentes?|fontes?|источник)\s?:
    """
)
"""How a caption, or a line of credits, begins."""
_PICTURE_CREDIT = re.compile(
    r"""(?ix)
    ©\s?\S+ | \bAP\sPhoto\b | \bGetty\sImages\b | \bvia\s(?-i:[A-Z]\w+)(?:\sImages)?\W*$ | \b(?:(?-i:[A-Z]{2,})|dpa|picture\salliance)/(?-i:[A-Z][a-z])
    | \((?:photo|picture|image|foto|bild|imagen|crédit|credit|фото)\b[^)]*\)\.?$
    """
)
_BYLINE = re.compile(
    r"(?:(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|Автор:?|Հեղինակ՝?)\s+[^\W\d_a-z]|[—–-]\s.*\(@\w+\)|(?i:stand|créé|published|updated|last (?:updated|modified)|posted|"
    r"publié|mis à jour|publicado|actualizado|atualizado|aktualisiert|опубликовано|release date)\b.{0,20}(?:\d|:$))"
)
_DATE_ALONE = re.compile(r"\W*\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\W*(?:\d{1,2}[:.h]\d{2}\W*\w{0,4})?")


def _is_a_line(text: str, size: int) -> bool:
    """Whether a text ends like no sentence, or is a short question: what stands between paragraphs ends so."""
    bare = text.rstrip().rstrip(_CLOSING)
    if bare.endswith("?"):
        return size <= _MOST_WORDS_OF_A_QUESTION and bare == text.strip()
    return size <= _MOST_WORDS_OF_A_LINE and not bare.endswith(_ENDS)


def _is_a_link(text: str) -> bool:
    link = _LINK.match(text)
    if text.endswith("."):
        return bool(link and ":" in text)
    return bool(link or text.startswith(("- ", "* ", "• ")))


def aside(paragraph: str, *, is_said: bool = False) -> str:
    """What a paragraph is if it is no part of the text; empty if it is, as far as a program can see.

    Args:
        paragraph: The paragraph.
        is_said: Whether it gives what somebody said.
    """
    text = paragraph.strip()
    size = amount(words_of(text))
    is_byline = _DATE_ALONE.fullmatch(text) or (_BYLINE.match(text) and not text.endswith("."))
    kinds = (
        (_CAPTION.match(text), _MOST_WORDS_OF_CREDITS, CAPTION),
        (not is_said and _PICTURE_CREDIT.search(text), _MOST_WORDS_OF_A_CAPTION, CAPTION),
        (not is_said and _OFFER.search(text), _MOST_WORDS_OF_A_CAPTION, OFFER),
        (_is_a_link(text), _MOST_WORDS_OF_A_LINK, LINK),
        (is_byline, _MOST_WORDS_OF_A_LINE, BYLINE),
        (not is_said and _is_a_line(text, size), _MOST_WORDS_OF_A_LINE, HEADING),
    )
    return next((reason for found, most, reason in kinds if found and size <= most), "")
