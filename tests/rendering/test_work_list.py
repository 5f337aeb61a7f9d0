from __future__ import annotations

from bs4 import BeautifulSoup

from macros.problems.problem import Place
from macros.problems.task import Step, Task
from macros.rendering.work_list import WorkList

PAGE = b"<html><head></head><body><main>Text of the page</main></body></html>"


def test_a_page_has_the_list_of_what_is_left_to_do_at_its_end() -> None:
    tasks = [
        Task(
            Place("seeds/a.yml", 3, 1),
            "source <a>",
            "it is not used",
            "use it",
            step=Step.USES,
            address="evidence/a/#p1s1",
        ),
        Task(Place("seeds/b.yml", 4, 1), "dossier", "it has no short_answer", step=Step.STORY),
    ]
    made = BeautifulSoup(WorkList(tasks, "/ferry/").added_to(PAGE), "html.parser")
    (details,) = made.select("body > details.work-list")
    assert details.summary is not None
    assert details.summary.get_text() == "2 left to do"
    assert [" ".join(item.get_text().split()) for item in details.select("p, h2, li")] == [
        "2 things are left to do; the dossier may be published.",
        "Use these records, or remove them",
        "source <a>: it is not used (use it). seeds/a.yml:3",
        "Tell the story",
        "dossier: it has no short_answer. seeds/b.yml:4",
    ]
    assert [link["href"] for link in details.select("a")] == ["/ferry/evidence/a/#p1s1", "/ferry/"]
    assert made.head is not None
    assert made.head.style is not None


def test_where_nothing_is_left_to_do_a_page_is_as_it_was() -> None:
    assert WorkList([], "/").added_to(PAGE) == PAGE


def test_a_document_without_a_body_stays_as_it_is() -> None:
    assert WorkList([Task(Place("a.yml", 1, 1), "", "x", step=Step.STORY)], "/").added_to(b"text") == b"text"
