"""Checks of arguments: who makes them, what supports them, and the critical questions of each step."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.argument import Answer, Argument, Inference, Relation
from macros.models.typography import together
from macros.problems.problem import Problem, did_you_mean
from macros.validation.context import CheckContext


def the_argument_is_its_speakers(context: CheckContext) -> Iterator[Problem]:
    """The speaker of an argument is the speaker of its conclusion."""
    for argument in context.dossier.arguments:
        conclusion = context.dossier.statement.get(argument.conclusion)
        if conclusion and conclusion.source in context.dossier.source:
            speakers = context.dossier.levels(conclusion)[0]
            if argument.speaker not in speakers:
                by = together(map(repr, speakers))
                message = f"its conclusion '{conclusion.id}' was said by {by}, not by '{argument.speaker}'"
                yield context.problem(argument, message, "speaker")


def the_conclusion_is_supported(context: CheckContext) -> Iterator[Problem]:
    """At least one inference supports the conclusion of the argument."""
    for argument in context.dossier.arguments:
        supported = {step.conclusion for step in argument.inferences if step.relation is Relation.SUPPORT}
        if argument.conclusion not in supported:
            yield context.problem(
                argument, f"no inference supports the conclusion '{argument.conclusion}'", "conclusion"
            )


def steps(context: CheckContext) -> Iterator[tuple[Argument, int, Inference]]:
    """Every step with its argument and its index there."""
    for argument in context.dossier.arguments:
        for index, inference in enumerate(argument.inferences):
            yield argument, index, inference


def the_speaker_of_a_step_speaks_in_it(context: CheckContext) -> Iterator[Problem]:
    """If another actor than the speaker of the argument makes a step, it says one of the claims of the step."""
    dossier = context.dossier
    for argument, index, inference in steps(context):
        said = [dossier.statement[name] for name in inference.claims if name in dossier.statement]
        if inference.speaker == argument.speaker:
            message, hint = f"'{inference.speaker}' is the speaker of the whole argument", "leave the field out"
            yield context.problem(argument, message, "inferences", index, "speaker", hint=hint)
        # An outlet that passes on the words of others makes no step.
        elif inference.speaker and not any(
            inference.speaker in dossier.speakers(one)[: -1 if one.chain else None] for one in said
        ):
            message = f"'{inference.speaker}' says nothing that the step {inference.id} claims"
            yield context.problem(argument, message, "inferences", index, "speaker", hint="name who makes the step")


def the_gist_is_of_the_argument(context: CheckContext) -> Iterator[Problem]:
    """Each statement of the gist is used by a step of the argument, or is a rewording."""
    rewordings = {other.id for other in context.dossier.statements if other.rewords}
    for argument in context.dossier.arguments:
        for index, name in enumerate(argument.gist):
            if name not in rewordings.union(argument.claims):
                yield context.problem(argument, f"no step of the argument uses '{name}'", "gist", index)


def what_a_map_shows_has_a_title(context: CheckContext) -> Iterator[Problem]:
    """A statement that an argument uses has a title, and the title contains the words of doubt."""
    for name in dict.fromkeys(name for argument in context.dossier.arguments for name in argument.claims):
        statement = context.dossier.statement.get(name)
        if statement and not statement.title:
            hint = "write a few words for the argument map"
            yield context.problem(statement, "'title' is missing in a statement of an argument", "id", hint=hint)
    for statement in context.dossier.statements:
        doubt = (statement.modality or "").casefold()
        if statement.title and doubt not in statement.title.casefold():
            yield context.problem(statement, f"the words of doubt '{doubt}' are not in 'title'", "title")


def answers_name_the_statements_that_address_the_question(context: CheckContext) -> Iterator[Problem]:
    """An answer that is addressed or partly addressed names a statement; one that is not addressed names none."""
    for argument, index, inference in steps(context):
        for number, answer in enumerate(inference.answers):
            here = ("inferences", index, "answers", number)
            if answer.answer is not Answer.NOT_ADDRESSED and not answer.statements:
                hint = "name the statement that addresses it"
                yield context.problem(
                    argument, f"the answer is '{answer.answer}', but names no statement", *here, "answer", hint=hint
                )
            elif answer.answer is Answer.NOT_ADDRESSED and answer.statements:
                yield context.problem(
                    argument, "the answer is 'not-addressed', but names statements", *here, "statements"
                )


def a_rewording_points_to_an_original(context: CheckContext) -> Iterator[Problem]:
    """A statement that rewords another one names the original, and the original rewords nothing."""
    for statement in context.dossier.statements:
        other = context.dossier.statement.get(statement.rewords or "")
        if other and (other.rewords or other is statement):
            yield context.problem(
                statement, f"'{other.id}' is itself a rewording", "rewords", hint="name the original statement"
            )


def a_scheme_asks_each_question_once(context: CheckContext) -> Iterator[Problem]:
    """The questions of a scheme have different ids."""
    for scheme in context.dossier.schemes:
        names = [question.id for question in scheme.questions]
        for index, name in enumerate(names):
            if name in names[:index]:
                yield context.problem(scheme, f"the question id '{name}' is used twice", "questions", index, "id")


def critical_questions_exist(context: CheckContext) -> Iterator[Problem]:
    """An inference answers every critical question of its scheme, and no others."""
    for argument in context.dossier.arguments:
        for number, inference in enumerate(argument.inferences):
            scheme = context.dossier.scheme.get(inference.scheme)
            if scheme is None:
                continue
            asked = {question.id for question in scheme.questions}
            answered = [answer.question for answer in inference.answers]
            for index, name in enumerate(answered):
                here = ("inferences", number, "answers", index, "question")
                if name not in asked:
                    message = f"the scheme '{scheme.id}' has no question '{name}'"
                    yield context.problem(argument, message, *here, hint=did_you_mean(name, asked))
                elif name in answered[:index]:
                    yield context.problem(argument, f"the question '{name}' is answered twice", *here)
            # An answer with an unknown question id is already reported.
            unanswered = asked.difference(answered) if asked.issuperset(answered) else set()
            for name in sorted(unanswered):
                message = f"inference {inference.id} does not answer the critical question '{name}'"
                yield context.problem(
                    argument, message, "inferences", number, hint="add an answer; it can be not-addressed"
                )
