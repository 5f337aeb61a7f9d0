from __future__ import annotations

from macros.evidence.quotations import Quotation, quotations_in, without_quotations


def test_quotations_are_separated_from_the_other_text() -> None:
    assert quotations_in("a “b c” d “e”, “f”") == [
        Quotation("b c", "a ", " d "),
        Quotation("e", " d ", ", "),
        Quotation("f", " d ", "", ("e",)),
    ]
    assert without_quotations("a “b\n c” d\ne") == ["a ", " d\ne"]
