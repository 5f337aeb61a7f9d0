from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.desk.cite import exports
from macros.desk.cite.exports import read_bibtex, read_csl, read_export, read_ris
from macros.desk.cite.reference import ExportError, Reference, date_of, language_of, plain
from macros.exports.citation import citations
from macros.models.dossier import Dossier

BOATS = Reference(
    title="Boats stay in: no talks",
    outlet="The Gazette",
    authors=("Ann Roe", "József Müller"),
    issued="1999-04-20",
    accessed="1999-06-30",
    url="https://gazette.example/boats",
    doi="10.1000/xyz",
    language="en-GB",
)
CSL = {
    "type": "article-newspaper",
    "title": "Boats <i>stay</i> in:\n no talks",
    "container-title": "The Gazette",
    "publisher": "Gazette House",
    "author": [{"family": "Roe", "given": "Ann"}, {"literal": "József Müller"}, "x", {}],
    "issued": {"date-parts": [[1999, 4, 20]]},
    "accessed": {"date-parts": [["1999", "6", "30"]]},
    "URL": "https://gazette.example/boats",
    "DOI": "https://doi.org/10.1000/XYZ",
    "language": "en_GB",
}
RIS = """\
TY  - NEWS
TI  - Boats stay in: no talks
T2  - The Gazette
PB  - Gazette House
AU  - Roe, Ann
AU  - Müller, József
DA  - 1999/04/20/
PY  - 1999
UR  - https://gazette.example/boats
DO  - 10.1000/XYZ
Y2  - 1999/06/30/12:00
LA  - en-GB
ER  -
"""
BIBTEX = r"""
@article{boats,
  title = {{Boats} stay in: no talks},
  author = {Roe, Ann and M{\"u}ller, J{\'o}zsef},
  journal = {The Gazette},
  year = 1999, month = apr, day = 20,
  url = {https://gazette.example/boats},
  urldate = {1999-06-30},
  doi = {10.1000/XYZ},
  langid = {en-GB}
}
"""


def test_each_format_gives_the_same_entry() -> None:
    assert read_csl(json.dumps([CSL])) == [BOATS]
    assert read_csl(json.dumps({"items": [CSL]})) == [BOATS]
    assert read_csl(json.dumps(CSL)) == [BOATS]
    assert read_ris(RIS) == [BOATS]
    assert read_bibtex(BIBTEX) == [BOATS]


def test_our_own_references_can_be_read_back(tiny: Dossier) -> None:
    read = read_csl(json.dumps(citations(tiny, "")))
    # The first entry is the dossier itself, which has no address here.
    assert {one.url for one in read} == {"", *(source.url for source in tiny.sources)}
    assert {one.title for one in read} >= {str(source.title) for source in tiny.base_layer}


@pytest.mark.parametrize(
    ("issued", "found"),
    [
        ({"date-parts": [[1999]]}, "1999"),
        ({"date-parts": [[1999, 4]], "circa": True}, "1999-04~"),
        ({"date-parts": [[1999, 4, 20], [1999, 4, 22]]}, "[1999-04-20..1999-04-22]"),
        ({"raw": "1999-04-20T10:00:00Z"}, "1999-04-20"),
        ({"literal": "last spring"}, ""),
        ({"date-parts": [[]]}, ""),
        ({"date-parts": [[1999, 13]]}, ""),
        ("1999", ""),
        (None, ""),
    ],
)
def test_a_date_is_never_more_precise_than_the_export(issued: object, found: str) -> None:
    assert read_csl(json.dumps([{"title": "x", "issued": issued}]))[0].issued == found


def test_dates_languages_and_texts_are_brought_into_form() -> None:
    assert date_of("1999/04//") == "1999-04"
    assert date_of("1999///spring") == "1999"
    assert date_of("1999-04-20/1999-04-22") == "[1999-04-20..1999-04-22]"
    assert date_of(1999, None, "") == "1999"
    assert [language_of(text) for text in ("en_US", "EN", "Russian", "Klingonish", "", "?")] == [
        "en-US", "en", "ru", "", "", "",
    ]  # fmt: skip
    assert plain("a\u00adb \u200b<b>c</b>") == "ab c"
    assert plain(None) == ""


def test_a_doi_is_an_address_if_there_is_no_other() -> None:
    (one,) = read_csl(json.dumps([{"title": "x", "DOI": "doi:10.1000/A", "URL": "ftp://x"}]))
    assert one.url == "https://doi.org/10.1000/a"
    (other,) = read_csl(json.dumps([{"title": "x", "URL": "javascript:x"}]))
    assert other.url == ""


def test_a_date_of_biblatex_is_read_as_it_is() -> None:
    (one,) = read_bibtex("@online{a, title={x}, date={1999-04}, organization={BBC}}")
    assert (one.issued, one.outlet, one.authors) == ("1999-04", "BBC", ())


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.txt", b"", "the name of an export ends with .json, .ris, .bib"),
        ("x.json", b"[", "this is not valid JSON"),
        ("x.json", b"[" * 100_000, "this is not valid JSON"),
        ("x.json", b'{"a": 1}', "this is not CSL-JSON; in Zotero, choose the format CSL JSON"),
        ("x.json", b'{"items": 1}', "this is not CSL-JSON; in Zotero, choose the format CSL JSON"),
        ("x.json", b'["x"]', "this is not CSL-JSON; in Zotero, choose the format CSL JSON"),
        ("x.json", b"[]", "no entries were found"),
        ("x.ris", b"nonsense", "no entries were found"),
        ("x.ris", b"\xff\xfe", "the file is not UTF-8 text; export it as UTF-8"),
        ("x.bib", b"nonsense", "no entries were found"),
        ("x.bib", b"@article{a, title={x}}\n\n@article{b, title={x", "line 3 cannot be read as BibTeX"),
        ("x.bib", b"@article{a, title={x}}\n@article{a, title={y}}", "line 2 cannot be read as BibTeX"),
    ],
)
def test_what_cannot_be_read_is_reported_in_one_line(name: str, content: bytes, message: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(ExportError) as wrong:
        read_export(file)
    assert str(wrong.value) == message


def test_a_file_that_is_missing_or_huge_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ExportError, match="the file cannot be read: No such file or directory"):
        read_export(tmp_path / "x.ris")
    monkeypatch.setattr(exports, "MOST_BYTES", 3)
    (tmp_path / "x.json").write_text("[{}]", encoding="utf-8")
    with pytest.raises(ExportError, match="the file is larger than 0 MB"):
        read_export(tmp_path / "x.json")
