r"""An argument as Argdown text (https://argdown.org/syntax/), readable by `@argdown/core`.

A statement becomes an Argdown statement with the same id; its other wordings become further members of that statement. An
unstated claim is a statement too, and its data say that it is unstated. A step that supports a claim becomes a premise-conclusion
structure. Argdown has no structure for premises against something, or for a step, so every other step becomes an argument that its
premises support and that has one relation to its target. Argdown knows contraries only in strict mode, so an argument that has
them is in strict mode.

The YAML data of the elements contains everything that Argdown itself cannot represent: sources, passages, the chain of
speakers, kinds, words of doubt, concessions, warrants and the answers to critical questions. Only notes and the map are left
out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator
from typing import Any

from macros.exports.argument_parts import events_of, sentence, statements_of
from macros.models.argument import Argument, Exclusion, Inference, Relation, Unstated
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.statement import Statement

_SPECIAL = re.compile(r"([\\@#*_\[\]<>{}=+]|[.:](?=\S)|/(?=[/*])|-(?=-)|(?<=-)-)")
"""Characters with a special meaning in Argdown's lexer. A backslash before such a character makes it plain text."""

_JSON_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
_BRACE = re.compile(r"[{}]")

_EQUALS = "\\u003d"
"""An equals sign, escaped for JSON. Three unescaped equals signs would end the front matter."""

_SIGN = {Relation.SUPPORT: "+>", Relation.ATTACK: "->", Relation.UNDERCUT: "_>"}
_SIGN_BETWEEN = {Exclusion.CONTRARY: "->", Exclusion.CONTRADICTORY: "><"}


def _text(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _data(values: dict[str, Any]) -> str:
    """YAML data, written as JSON. Braces in texts are escaped, because Argdown uses braces to find the end of the data."""
    kept = {key: value for key, value in values.items() if value not in (None, "", [], False)}
    plain = _JSON_TEXT.sub(lambda text: _BRACE.sub(lambda brace: f"\\u{ord(brace[0]):04x}", text[0]), _json(kept))
    # Argdown ends the data at a closing brace if a space and more text follow it.
    return plain.replace("}, ", "},")


def _statement(dossier: Dossier, statement: Statement) -> str:
    head = statement.rewords or statement.id
    data = statement.model_dump(mode="json", exclude={"id", "says", "notes", "rewords"}, exclude_defaults=True)
    data = {"id": statement.id, "outlet": dossier.source[statement.source].publisher, **data}
    return f"[{head}]: {_text(sentence(dossier, statement))} {_data(data)}"


def _event(event: Event) -> str:
    data = event.model_dump(mode="json", include={"id", "kind", "status", "date", "statements"})
    return f"[{event.id}]: {_text(event.title)} {_data({**data, 'record': 'event'})}"


def _unstated(claim: Unstated) -> str:
    return f"[{claim.id}]: {_text(claim.text)} {_data({'id': claim.id, 'title': claim.title, 'record': 'unstated'})}"


def _has_structure(inference: Inference, steps: Container[str]) -> bool:
    return inference.relation is Relation.SUPPORT and inference.conclusion not in steps


def _relations(inference: Inference, steps: Container[str]) -> str:
    if _has_structure(inference, steps):
        return ""
    target = f"<{inference.conclusion}>" if inference.conclusion in steps else f"[{inference.conclusion}]"
    premises = "".join(f"\n  <+ [{name}]" for name in inference.premises)
    return f"{premises}\n  {_SIGN[inference.relation]} {target}"


def _structure(dossier: Dossier, inference: Inference) -> str:
    lines = [f"({number}) [{name}]" for number, name in enumerate(inference.premises, start=1)]
    rule = _text(dossier.scheme[inference.scheme].title).replace(",", r"\,")
    lines += ["--", rule, "--", f"({len(lines) + 1}) [{inference.conclusion}]"]
    return "\n".join(lines)


def _front(dossier: Dossier, argument: Argument) -> str:
    fields = {"id", "speaker", "summary", "gist", "conclusion", "weakest", "oppositions"}
    front = argument.model_dump(mode="json", include=fields, exclude_defaults=True)
    front = {"title": argument.title, "as_of": dossier.cover.as_of.text, **front}
    if any(one.kind is Exclusion.CONTRARY for one in argument.oppositions):
        front["model"] = {"mode": "strict"}
    lines = [f"{key}: {_json(value).replace('=', _EQUALS)}" for key, value in front.items()]
    return "\n".join(["===", *lines, "==="])


def _claims(dossier: Dossier, argument: Argument) -> Iterator[str]:
    excluded: dict[str, str] = {}
    for opposition in argument.oppositions:
        for first, second in opposition.pairs:
            excluded[first] = excluded.get(first, "") + f"\n  {_SIGN_BETWEEN[opposition.kind]} [{second}]"
    for statement in statements_of(dossier, argument):
        yield _statement(dossier, statement) + excluded.get(statement.id, "")
    for event in events_of(dossier, argument):
        yield _event(event)
    for claim in argument.unstated:
        yield _unstated(claim) + excluded.get(claim.id, "")


def _steps(dossier: Dossier, argument: Argument) -> Iterator[str]:
    steps = {step.id for step in argument.inferences}
    fields = {"speaker", "scheme", "implicit", "beside", "warrant", "concedes", "answers"}
    for inference in argument.inferences:
        data = inference.model_dump(mode="json", include=fields)
        yield f"<{inference.id}>: {_text(inference.title)} {_data(data)}{_relations(inference, steps)}"
    for inference in argument.inferences:
        if _has_structure(inference, steps):
            yield f"<{inference.id}>\n\n{_structure(dossier, inference)}"


def argdown(dossier: Dossier, argument: Argument) -> str:
    """An argument as Argdown text."""
    blocks = (_front(dossier, argument), *_claims(dossier, argument), *_steps(dossier, argument))
    return "\n\n".join(blocks) + "\n"
