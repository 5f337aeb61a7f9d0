"""Opens a dossier, or reports everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.loading.folder import read_folder
from macros.loading.raw import RawDossier, RawRecord
from macros.loading.records import to_model
from macros.models.dossier import Dossier
from macros.models.kinds import COVER, FILE_KINDS
from macros.problems.problem import DossierError, Problem
from macros.problems.task import Task, in_order
from macros.validation import (
    actors,
    argument_relations,
    arguments,
    consistency,
    date_agreement,
    dates_in_words,
    drafts,
    event_stages,
    events,
    fingerprints,
    hindsight,
    layers,
    long_quotations,
    missing_ids,
    narrative,
    neutral_words,
    other_sources,
    paraphrases,
    passage_agreement,
    positions,
    references,
    reviews,
    statements,
    tracks,
    wording,
)
from macros.validation.context import CheckContext, CheckFunction, RawCheckFunction
from macros.validation.data_format import format_problem
from macros.validation.derivation import completed
from macros.validation.silence import with_silence
from macros.validation.unfinished import TASK_CHECKS

RAW_CHECKS: tuple[RawCheckFunction, ...] = (
    references.ids_are_given_once,
    missing_ids.ids_name_something,
    references.nothing_is_named_twice,
)

CHECKS_OF_DERIVATION: tuple[CheckFunction, ...] = (
    drafts.nothing_rests_on_unfinished_statements,
    passage_agreement.the_chain_is_known,
)
"""Checks that nothing needs what is not there: a statement without words, or a chain that does not follow from the passages. If one
finds a problem, the checks of the whole do not run."""

CHECKS_OF_THE_CLOSE: tuple[CheckFunction, ...] = (statements.the_dossier_closes_after_a_source,)
"""Checks of the as-of date. If it is wrong, so seems every date. So they run first, and nothing else is reported."""

CHECKS_OF_SOURCES: tuple[CheckFunction, ...] = (
    references.passages_exist,
    fingerprints.passages_are_those_of_the_fingerprint,
    fingerprints.a_fingerprint_is_of_the_text,
    layers.the_base_layer_has_a_source,
    layers.sources_stay_in_their_layer,
    consistency.nothing_is_dated_after_its_report,
)
"""Checks of what other records are compared with: the passages, layers and dates of sources."""

CHECKS: tuple[CheckFunction, ...] = (
    drafts.guesses_are_of_fields,
    arguments.a_scheme_asks_each_question_once,
    arguments.critical_questions_exist,
    statements.nothing_was_said_after_the_dossier_closes,
    statements.a_statement_has_enough_words,
    statements.doubt_is_not_lost,
    statements.doubt_about_a_claim_has_its_words,
    actors.an_unnamed_actor_has_neither_role_nor_page,
    actors.only_a_group_has_members,
    passage_agreement.a_voice_is_somebody_else,
    passage_agreement.only_a_voice_is_quoted,
    statements.a_verb_has_what_it_takes,
    events.the_status_is_one_of_the_kind,
    events.events_after_the_as_of_date_are_announced,
    events.a_declined_event_has_a_decliner,
    events.only_an_event_not_held_lacks_a_decliner,
    events.what_is_announced_lies_ahead,
    events.what_is_to_come_does_not_go_on,
    events.what_was_held_has_a_date,
    events.what_repeats_has_a_date,
    events.a_new_date_is_of_what_was_postponed,
    event_stages.stages_are_those_of_the_kind,
    event_stages.a_violation_breaks_an_agreement,
    event_stages.rounds_of_a_series_are_in_order,
    tracks.mediators_of_a_track_mediate,
    tracks.no_state_is_dated_after_the_as_of_date,
    tracks.a_state_has_a_date_or_none_is_given,
    tracks.a_track_comes_from_one_state_to_the_next,
    tracks.what_has_not_begun_has_no_meetings,
    dates_in_words.a_date_in_words_keeps_its_date,
    positions.a_position_speaks_or_is_silent,
    positions.everybody_who_is_asked_has_one_position,
    argument_relations.no_argument_goes_in_a_circle,
    argument_relations.relations_have_targets_of_the_right_kind,
    argument_relations.an_argument_uses_its_own_parts,
    argument_relations.oppositions_are_of_pairs,
    arguments.the_gist_is_of_the_argument,
    arguments.what_a_map_shows_has_a_title,
    arguments.answers_name_the_statements_that_address_the_question,
    arguments.a_rewording_points_to_an_original,
    wording.quotation_marks_are_those_that_are_verified,
    wording.no_sentence_is_borrowed,
    long_quotations.long_quotations_are_allowed,
    neutral_words.no_loaded_word_is_ours,
    consistency.speakers_have_a_role_on_the_day,
    consistency.no_two_records_say_the_same,
    layers.later_sources_are_published_after_the_as_of_date,
    layers.checks_are_not_dated_after_the_as_of_date,
    layers.later_facts_are_dated_between_the_two_as_of_dates,
    layers.the_aftermath_has_a_cover,
    layers.a_layer_has_one_cover,
    layers.only_the_base_layer_has_passages,
    other_sources.unverified_quotations_are_few_and_short,
    other_sources.a_disagreement_has_sides,
)
"""Checks of the records that could be made, the most basic first."""

CHECKS_OF_THE_WHOLE: tuple[CheckFunction, ...] = (
    statements.a_passage_is_listed_once_and_used_or_left_out,
    fingerprints.a_fingerprint_is_of_its_source,
    fingerprints.passages_name_few_of_their_words,
    fingerprints.passages_have_the_words_that_they_say,
    paraphrases.paraphrases_give_what_their_passages_give,
    paraphrases.reports_give_dates_of_their_sources,
    passage_agreement.voices_agree,
    statements.only_a_speaker_is_quoted,
    passage_agreement.speech_agrees,
    passage_agreement.only_quoted_words_are_a_speakers,
    passage_agreement.doubt_agrees,
    date_agreement.dates_agree,
    date_agreement.dates_in_the_words_of_a_passage_are_its_dates,
    wording.quotations_stand_in_their_passages,
    long_quotations.long_quotations_stand_in_their_passages,
    long_quotations.long_quotations_are_of_the_speaker,
    long_quotations.long_quotations_stand_alone,
    hindsight.dates_in_our_words_are_those_of_the_dossier,
    consistency.positions_say_whose_words_they_are,
    reviews.inferences_are_reviewed_after_a_change,
    arguments.the_conclusion_is_supported,
    arguments.the_argument_is_its_speakers,
    arguments.the_speaker_of_a_step_speaks_in_it,
    argument_relations.every_step_leads_somewhere,
    layers.later_facts_bear_on_an_argument,
    other_sources.what_is_compared_has_a_title,
    other_sources.dates_of_excerpts_agree,
    other_sources.no_date_of_an_excerpt_is_given_twice,
)
"""Checks that compare records with each other. If a record is invalid, they would report the same problem again. So they
run only if reading the files, making the records, and checking ids and sources found no problem."""

CHECKS_OF_PROSE: tuple[CheckFunction, ...] = (
    other_sources.takeaways_are_of_compared_facts,
    narrative.only_actors_with_a_page_have_a_summary,
    narrative.the_background_is_of_other_sources,
    narrative.narrative_is_proved,
)
"""Checks of narrative against the records that it cites. They run only if no record has a problem, because each such problem
would be reported again for every sentence that cites the record."""

MAX_REPORTED = 1_000
"""At about this many problems, checking stops. It would take long if a file is not a seed file at all."""


def _models(raw: RawDossier, problems: list[Problem]) -> tuple[dict[str, list[Any]], dict[int, RawRecord]]:
    made: dict[str, list[Any]] = {kind: [] for kind in FILE_KINDS}
    raw_of: dict[int, RawRecord] = {}
    for record in raw.records:
        if len(problems) >= MAX_REPORTED:
            problems.append(record.problem("reading stopped here", hint="fix the problems above first"))
            raise DossierError(raw.problems, problems)
        result = to_model(record, FILE_KINDS[record.kind].model)
        if isinstance(result, list):
            problems.extend(result if record.is_sound else ())
        else:
            made[record.kind].append(result)
            raw_of[id(result)] = record
    return made, raw_of


@dataclass(frozen=True)
class CheckedDossier:
    """A dossier in which nothing is wrong.

    Attributes:
        dossier: The dossier.
        tasks: What is left to do, in the order of the work.
    """

    dossier: Dossier
    tasks: tuple[Task, ...]


def check_dossier(folder: Path) -> CheckedDossier:
    """Reads and checks a folder of seeds, and lists what is left to do.

    Args:
        folder: The folder; see `macros.loading.folder.seeds_folder` for the current one.

    Raises:
        DossierError: Something is wrong; the error lists all problems with their places.
    """
    raw = read_folder(folder)
    if outdated := format_problem(raw):
        raise DossierError([outdated])
    stages: list[list[Problem]] = [raw.problems, []]
    made, raw_of = _models(raw, stages[1])
    lost = dict(missing_ids.lost_files(raw))
    raw.unread |= lost.keys()
    stages.append([problem for problem in lost.values() if problem])
    stages.extend(list(raw_check(raw)) for raw_check in RAW_CHECKS)
    covers = made.pop(COVER.name)
    if not covers or raw.unread or sum(map(len, stages)) >= MAX_REPORTED:
        # Most checks need the as-of date and the records of all files. So only the problems found so far are reported.
        raise DossierError(*stages)
    unfinished = tuple(statement for statement in made["statements"] if not statement.is_finished)
    made["statements"] = [statement for statement in made["statements"] if statement.is_finished]
    written = Dossier(covers[0], **{kind: tuple(records) for kind, records in made.items()}, unfinished=unfinished)
    dossier = with_silence(completed(written, raw_of))
    context = CheckContext(dossier, tuple(raw.records), raw_of)
    if closing := [problem for check in CHECKS_OF_THE_CLOSE for problem in check(context)]:
        raise DossierError(*stages, closing)
    stages.append([problem for check in CHECKS_OF_SOURCES for problem in check(context)])
    stages.append([problem for check in CHECKS_OF_DERIVATION for problem in check(context)])
    is_whole = not any(stages)
    stages.append([problem for check in CHECKS for problem in check(context)])
    if is_whole:
        stages.append([problem for check in CHECKS_OF_THE_WHOLE for problem in check(context)])
    if not any(stages):
        stages.append([problem for check in CHECKS_OF_PROSE for problem in check(context)])
    if any(stages):
        raise DossierError(*stages)
    return CheckedDossier(context.dossier, in_order(task for check in TASK_CHECKS for task in check(context)))


def open_dossier(folder: Path) -> Dossier:
    """A dossier in which nothing is wrong, whether it is finished or not; see `check_dossier`."""
    return check_dossier(folder).dossier
