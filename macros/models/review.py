"""Reviews: the facts as they were when an editor last reviewed an inference."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.models.base import Record, Slug, Text
from macros.models.references import Ref


class Review(Record):
    """A record that an inference rests on, as it was at the last review. Written by `nox -s review`."""

    inference: Annotated[Slug, Ref("inferences")] = Field(description="Id of the inference.")
    record: Text = Field(description="The event's id, or the position's actor/issue or actor/issue/toward.")
    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")] = Field(
        description="Hash of that record without its notes."
    )
