"""Weighings: which state of the facts an inference was last held against."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.models.base import Record, Slug, Text
from macros.models.references import Ref


class Review(Record):
    """One record that an inference speaks of, as it was when an editor last weighed the inference. Made by `nox -s weigh`."""

    inference: Annotated[Slug, Ref("inferences")] = Field(description="Id of the inference.")
    record: Text = Field(description="Id of the event; or actor/issue or actor/issue/toward of the position.")
    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")] = Field(
        description="Hash of that record, its notes left out."
    )
