"""The tables as a program and as a spreadsheet program read them."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from macros.exports.csv_text import Column, as_csv
from macros.exports.tables import Table, tables
from macros.models.argument import Inference, Unstated
from macros.models.dossier import Dossier
from macros.models.kinds import ALL_KINDS, COVER, FILE_KINDS
from macros.models.source import Passage
from macros.validation.pipeline import open_dossier
from tests.conftest import DOSSIERS
from tests.hostile import write_hostile

TABLES = {table.name: table for table in tables()}
PARTS: dict[str, list[tuple[str, type[BaseModel], str]]] = {
    "sources": [("passages", Passage, "address")],
    "arguments": [("inferences", Inference, "id"), ("unstated", Unstated, "id")],
}
"""The parts of records that have a table of their own."""
LONGEST_CELL = 32_767
"""The longest text in one cell of the most used spreadsheet program."""


@pytest.fixture(params=["shipped", "tiny", "minimal", "hostile"])
def dossier(request: pytest.FixtureRequest, tmp_path: Path) -> Dossier:
    if request.param == "hostile":
        return open_dossier(write_hostile(DOSSIERS / "tiny" / "seeds", tmp_path))
    found: Dossier = request.getfixturevalue(request.param)
    return found


def cells(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff"), "spreadsheet programs need the byte order mark"
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def value(column: Column, cell: str) -> Any:
    """The value of a cell, read by the rules that the data page states."""
    if column.type == "string":
        return re.sub(r"^'(?='*[=+\-@\t\r\n＝＋－＠])", "", cell)
    return json.loads(cell)


def rows(dossier: Dossier, name: str) -> list[dict[str, Any]]:
    """The rows of a table, without empty cells."""
    table = TABLES[name]
    read = cells(as_csv(table.columns, table.rows(dossier)))
    return [{one.name: value(one, row[one.name]) for one in table.columns if row[one.name]} for row in read]


def by_id(dossier: Dossier, name: str) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in rows(dossier, name)}


def test_every_kind_of_record_has_a_table(dossier: Dossier) -> None:
    exported = {kind.name for kind in ALL_KINDS.values() if kind.is_exported}
    assert set(TABLES) == exported | {"passages", "narratives"}


@pytest.mark.parametrize("name", [kind.name for kind in FILE_KINDS.values() if kind.is_exported])
def test_the_tables_contain_every_value_of_every_record(dossier: Dossier, name: str) -> None:
    model = FILE_KINDS[name].model
    read = []
    for row in rows(dossier, name):
        given = {field: row[field] for field in model.model_fields if field in row}
        for field, part, key in PARTS.get(name, ()):
            own = [one for one in rows(dossier, field) if one[FILE_KINDS[name].singular] == row["id"]]
            assert [one[key] for one in own] == row.get(field, [])
            given[field] = [{key: one[key] for key in part.model_fields if key in one} for one in own]
        read.append(model.model_validate(given))
    assert tuple(read) == dossier.of_kind(name)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_key_names_one_row_and_no_cell_is_too_long(dossier: Dossier, table: Table) -> None:
    found = cells(as_csv(table.columns, table.rows(dossier)))
    keys = [tuple(row[name] for name in table.key) for row in found]
    assert len(set(keys)) == len(keys)
    assert all(all(key) for key in keys)
    assert all(len(cell) <= LONGEST_CELL for row in found for cell in row.values())


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_no_rows_give_a_header(table: Table) -> None:
    (header,) = csv.reader(io.StringIO(as_csv(table.columns, ()).removeprefix("\ufeff")))
    assert header == [column.name for column in table.columns]
    assert len(set(header)) == len(header)
    assert all(column.about for column in table.columns)


def test_a_record_without_an_id_is_named_by_its_fields_or_its_kind(tiny: Dossier) -> None:
    assert [row["id"] for row in rows(tiny, "positions")] == [
        "/".join(filter(None, (one.actor, one.issue, one.toward))) for one in tiny.positions
    ]
    assert [row["id"] for name in (COVER.name, "comparison", "aftermath") for row in rows(tiny, name)] == [
        COVER.name, "comparison", "aftermath",
    ]  # fmt: skip
    assert rows(tiny, "passages")[0]["id"] == f"{tiny.base_source.id}/{tiny.base_source.passages[0].address}"


def test_a_statement_names_everybody_and_links_to_its_passage(shipped: Dossier) -> None:
    row = by_id(shipped, "statements")["aliyev-on-france"]
    assert row["speakers"] == ["Ilham Aliyev", "Sergei Markedonov", "PanARMENIAN.Net"]
    assert row["distance"] == 3
    assert row["said_on"] == ["2023-10", "silent"]
    assert row["published_on"] == "2023-11-18T13:12:00+04:00"
    assert row["address"].startswith("https://www.panarmenian.net/eng/news/310839/#:~:text=")


def test_an_event_says_who_declined_or_which_kind_of_nothing_is_known(shipped: Dossier) -> None:
    found = by_id(shipped, "events")
    assert found["brussels-meeting"]["date"] == "silent"
    assert found["brussels-meeting"]["decliner"] == found["brussels-meeting"]["ground"] == "silent"
    assert found["washington-november"]["declined_by"] == ["Azerbaijan"]
    assert found["washington-november"]["declined_on"] == ["2023-11-16"]
    assert found["washington-june"].keys().isdisjoint({"declined_by", "decliner", "ground"})


def test_the_words_of_a_date_are_beside_it(shipped: Dossier) -> None:
    hearing = by_id(shipped, "events")["congress-hearing"]
    assert (hearing["date"], hearing["date_in_words"]) == ("[..2023-11-18]", "not long before 18 November 2023")


def test_ids_of_actors_stand_beside_their_names(tiny: Dossier) -> None:
    row = by_id(tiny, "events")["march-round"]
    assert row["participants"] == ["upper-vell", "lower-vell"]
    assert row["participants_named"] == ["Upper Vell", "Lower Vell"]
    row = by_id(tiny, "sources")["herald-17"]
    assert (row["publisher"], row["publisher_named"]) == ("herald", "the Skarn Herald")


def test_a_position_has_either_statements_or_a_kind_of_nothing(shipped: Dossier) -> None:
    for row in rows(shipped, "positions"):
        assert ("statements" in row) is ("nothing" not in row)
        assert row.get("says", []) == [shipped.statement[name].says for name in row.get("statements", ())]


def test_a_clause_names_its_text_and_cites_its_records(tiny: Dossier) -> None:
    found = rows(tiny, "narratives")
    assert {row["record"] for row in found} >= {COVER.name, "comparison", "aftermath"}
    assert all(row["ends_sentence"] in (True, False) and row["number"] >= 1 for row in found)
    assert next(row["cites"] for row in found if row["record"] == COVER.name)


def test_a_code_is_never_a_cell_of_digits(dossier: Dossier) -> None:
    for table in TABLES.values():
        for row in cells(as_csv(table.columns, table.rows(dossier))):
            for column in table.columns:
                assert column.type == "integer" or not re.fullmatch(r"0\d+", row[column.name])


@pytest.mark.parametrize(
    "text",
    ['=HYPERLINK("x")', "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1", "'=1", "''-1"],
)
def test_a_spreadsheet_reads_no_cell_as_a_formula_and_a_program_gets_the_text_back(text: str) -> None:
    column = Column("says", "")
    (row,) = cells(as_csv([column], [{"says": text}]))
    assert row["says"] == f"'{text}"
    assert value(column, row["says"]) == text


@pytest.mark.parametrize("text", ["'tis", "a=1", "“=1”", "'", "a; b", 'a "b", c', "a\nb", "a\r\nb"])
def test_other_texts_are_as_they_are(text: str) -> None:
    assert cells(as_csv([Column("says", "")], [{"says": text}])) == [{"says": text}]


def test_separators_inside_a_list_do_not_split_it() -> None:
    column = Column("names", "", "array")
    names = ["a; b", 'c, "d"', "e\nf", "[g]"]
    (row,) = cells(as_csv([column], [{"names": names}]))
    assert value(column, row["names"]) == names
