from __future__ import annotations

import csv
import io

from macros.exports import tables
from macros.models.dossier import Dossier


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_statement_names_everybody_and_links_to_its_passage(shipped: Dossier) -> None:
    found = {row["id"]: row for row in rows(tables.as_csv(tables.statements(shipped)))}
    assert len(found) == len(shipped.statements)
    row = found["aliyev-on-france"]
    assert row["speakers_innermost_first"] == "Ilham Aliyev; Sergei Markedonov"
    assert row["published_by"] == "PanARMENIAN.Net"
    assert row["distance"] == "3"
    assert row["said_on"] == "2023-10; silent"
    assert row["address"].startswith("https://www.panarmenian.net/eng/news/310839/#:~:text=")


def test_an_event_says_which_kind_of_nothing_a_value_is(shipped: Dossier) -> None:
    found = {row["id"]: row for row in rows(tables.as_csv(tables.events(shipped)))}
    assert found["brussels-meeting"]["date"] == "silent"
    assert found["brussels-meeting"]["declined_by"] == "silent"
    assert found["brussels-meeting"]["ground_given"] == "silent"
    assert found["washington-november"]["declined_by"] == "Azerbaijan"
    assert found["washington-november"]["declined_on"] == "2023-11-16"
    assert found["washington-june"]["ground_given"] == ""


def test_the_words_of_a_date_are_beside_it(shipped: Dossier) -> None:
    events = {row["id"]: row for row in rows(tables.as_csv(tables.events(shipped)))}
    statements = {row["id"]: row for row in rows(tables.as_csv(tables.statements(shipped)))}
    assert (events["congress-hearing"]["date"], events["congress-hearing"]["date_in_words"]) == (
        "[..2023-11-18]",
        "not long before 18 November 2023",
    )
    assert events["washington-november"]["declined_on_in_words"] == "none"
    for statement in shipped.statements:
        cell = statements[statement.id]["said_on_in_words"].split("; ")
        assert cell == [level.date_in_words or "none" for level in reversed(statement.chain)] or not statement.chain


def test_a_ground_that_was_given_is_named(tiny: Dossier) -> None:
    found = {row["id"]: row for row in rows(tables.as_csv(tables.events(tiny)))}
    assert found["lighthouse-round"]["ground_given"] == "tarn-refuses"
    assert found["lighthouse-round"]["date"] == "unknown"


def test_a_position_has_either_statements_or_a_kind_of_nothing(shipped: Dossier) -> None:
    found = rows(tables.as_csv(tables.positions(shipped)))
    assert len(found) == len(shipped.positions)
    assert all(bool(row["statements"]) != bool(row["nothing"]) for row in found)


def test_no_rows_give_an_empty_file() -> None:
    assert tables.as_csv([]) == ""


def test_a_spreadsheet_reads_no_cell_as_a_formula() -> None:
    assert rows(tables.as_csv([{"says": '=HYPERLINK("x")'}])) == [{"says": '\'=HYPERLINK("x")'}]
