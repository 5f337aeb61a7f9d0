"""Arguments at random: what the checks accept can be drawn and exported."""

from __future__ import annotations

import json
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.exports.aif import aif
from macros.exports.files import files
from macros.models.argument import Exclusion, Relation
from macros.problems.problem import DossierError
from macros.rendering.pages import drawings
from macros.rendering.views.argument import argument
from macros.validation.pipeline import open_dossier
from tests.conftest import DOSSIERS
from tests.rendering.test_argument_map import is_readable
from tests.rendering.test_debates import of

CLAIMS = ["both-want-the-bay", "tarn-refuses", "honest-keeper", "talks-stalled", "ours-one", "ours-two"]
STEPS = [f"made-{number}" for number in range(4)]
MADE_STEPS = st.lists(
    st.one_of(
        *(
            st.fixed_dictionaries(
                {
                    "premises": st.lists(st.sampled_from(CLAIMS), min_size=1, max_size=3, unique=True),
                    "relation": st.just(relation.value),
                    "conclusion": st.sampled_from(targets),
                }
            )
            for relation, targets in (
                (Relation.SUPPORT, [*CLAIMS, *STEPS[:2]]),
                (Relation.ATTACK, CLAIMS),
                (Relation.UNDERCUT, [*STEPS[:2], "step-failures"]),
            )
        )
    ),
    min_size=2,
    max_size=len(STEPS),
)
MADE_OPPOSITIONS = st.lists(
    st.fixed_dictionaries(
        {
            "claims": st.lists(st.sampled_from(CLAIMS), min_size=2, max_size=3, unique=True),
            "kind": st.sampled_from(Exclusion),
        }
    ),
    max_size=2,
)


def seeds_with(folder: Path, steps: list[dict[str, Any]], oppositions: list[dict[str, Any]]) -> Path:
    """The small dossier, with more steps and oppositions in its argument."""
    seeds = Path(shutil.copytree(DOSSIERS / "tiny" / "seeds", folder / "seeds"))
    (argument,) = yaml.safe_load((seeds / "arguments.yml").read_text(encoding="utf-8"))
    pattern = argument["inferences"][1] | {"concedes": []}
    made = [{**pattern, **step, "id": name} for name, step in zip(STEPS, steps, strict=False)]
    argument["inferences"] += made
    argument["oppositions"] = [{**one, "because": "It is one or the other."} for one in oppositions]
    leads_on = {argument["conclusion"], *STEPS}.union(
        *(step["premises"] for step in argument["inferences"]), *(one["claims"] for one in oppositions)
    )
    for number, step in enumerate(made):
        step |= {
            "title": f"Made step {number}",
            "beside": step["conclusion"] not in leads_on,
            "warrant": f"Reason {number}.",
        }
    used = leads_on.union(step["conclusion"] for step in made)
    argument["unstated"] = [
        {"id": n, "title": f"Claim {n}", "text": f"It is so: {n}."} for n in CLAIMS[4:] if n in used
    ]
    (seeds / "arguments.yml").write_text(json.dumps([argument]), encoding="utf-8")
    return seeds


@given(MADE_STEPS, MADE_OPPOSITIONS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_checks_accept_can_be_drawn_and_exported(
    steps: list[dict[str, Any]], oppositions: list[dict[str, Any]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, suppress(DossierError):
        dossier = open_dossier(seeds_with(Path(folder), steps, oppositions))
        (record,) = dossier.arguments
        view = argument(dossier, record)
        assert is_readable(view.map)
        assert is_readable(view.upright)
        shown = [name for entry in (view.outline, *view.beside) for name in of(entry)]
        assert sorted(shown) == sorted(step.id for step in record.inferences)
        assert all(made.content for made in (*files(dossier), *drawings(dossier)))
        made = {node["nodeID"] for node in aif(dossier, record)["nodes"]}
        assert all({edge["fromID"], edge["toID"]} <= made for edge in aif(dossier, record)["edges"])
