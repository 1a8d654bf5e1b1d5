"""A survey lead takes answers in from a spreadsheet: looked at first, then all sealed into the returns, or none."""

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from teamhealth.exchange.answer_mapping import AnswerMapping, Holds, MappedColumn, mapping_document, parse_mapping
from teamhealth.exchange.answer_table import AnswerTable, PassedOver
from teamhealth.exchange.survey_file import SurveyFile
from teamhealth.failures import Failure, KeyElsewhere, TableInvalid
from teamhealth.services.added_file import AddedFile
from teamhealth.services.answers_import import guess, mapped, read_answer_table, table_return
from teamhealth.services.people import check_people
from teamhealth.services.progress import Progress
from teamhealth.services.return_counts import sure_counts
from teamhealth.services.returns import add_return
from teamhealth.services.surveys import stored_survey
from teamhealth.services.workspace import Workspace
from teamhealth.storage import answer_mappings, returns
from teamhealth.storage.database import transaction
from teamhealth.survey.role import SurveyRole
from teamhealth.survey.survey import Survey

# So that a choice is answered at once; sealing looks at every row.
ROWS_LOOKED_AT = 500


@dataclass(frozen=True, slots=True)
class AnswersDraft:
    """A table of answers beside the survey, and what its columns are thought to hold."""

    path: Path
    survey: Survey
    source: AnswerTable
    mapping: AnswerMapping


@dataclass(frozen=True, slots=True)
class Looked:
    """What a mapping would do: how many rows, what is wrong with the first of them, which columns and rows go."""

    rows: int
    problems: tuple[str, ...]
    personal: tuple[str, ...]
    ignored: tuple[str, ...]
    passed_over: tuple[PassedOver, ...]


def begin_answers(workspace: Workspace, survey_id: str, path: Path, progress: Progress) -> AnswersDraft:
    """Read a table and guess what its columns hold; what was decided for this survey and layout goes first.

    Raises
    ------
    KeyElsewhere
        If this is not the survey lead's computer.
    FileUnreadable
        For a file without a table.
    """
    progress(0, 0)
    with workspace.database.connect() as store:
        stored = stored_survey(store, survey_id)
        if stored.role is not SurveyRole.LEAD:
            raise KeyElsewhere
    source = read_answer_table(path)
    with workspace.database.connect() as store:
        remembered = answer_mappings.load(store, stored.survey.id, source.layout.id)
    guessed = guess(stored.survey, source)
    return AnswersDraft(path, stored.survey, source, _with_remembered(guessed, remembered))


def look_at(draft: AnswersDraft) -> Looked:
    """Return what the draft's mapping would do."""
    first = replace(draft.source, rows=draft.source.rows[:ROWS_LOOKED_AT])
    problems: tuple[str, ...] = ()
    try:
        mapped(first, draft.mapping, draft.survey)
    except TableInvalid as failure:
        problems = failure.problems
    personal, ignored = draft.mapping.heads(Holds.PERSONAL), draft.mapping.heads(Holds.IGNORED)
    return Looked(len(draft.source.rows), problems, personal, ignored, draft.source.passed_over)


def take_answers(workspace: Workspace, draft: AnswersDraft, progress: Progress) -> AddedFile:
    """Seal all rows and add them to the returns, or none; the mapping is remembered, and no answer is.

    Raises
    ------
    TableInvalid
        With every problem; nothing is taken then.
    MoreAnswersThanPeople
        If a team of a survey without codes would have more answers than people, whatever stands in several tables;
        nothing is taken then.
    """
    read = mapped(draft.source, draft.mapping, draft.survey)
    with workspace.database.connect() as store:
        stored = stored_survey(store, draft.survey.id)
        here = Counter(returns.counts(store, stored.survey.id))
        tables = returns.tables(store, stored.survey.id)
    rows = Counter(each.team for each in read.responses)
    # A table that has grown holds again what is here already.
    check_people(stored.survey, sure_counts(here + rows, (*tables, *rows.items())))
    file = SurveyFile(stored.survey, stored.public_key, None)
    sealed = table_return(file, read.responses, progress)
    added = add_return(workspace, draft.survey.id, sealed, draft.path)
    with workspace.database.connect() as store, transaction(store):
        # The team of all rows is this file's alone: another file's would be taken for it.
        document = mapping_document(replace(draft.mapping, team=""))
        answer_mappings.save(store, draft.survey.id, draft.mapping.layout, document)
    return added


def _with_remembered(guessed: AnswerMapping, remembered: bytes | None) -> AnswerMapping:
    """Return a guess with what was decided before about columns of the same heads."""
    if remembered is None:
        return guessed
    try:
        before = parse_mapping("", remembered)
    except Failure:
        return guessed
    # Heads may be there twice: each takes what was decided for it, from the left.
    known: dict[str, list[MappedColumn]] = {}
    for each in before.columns:
        known.setdefault(each.head, []).append(each)
    columns = tuple(known[each.head].pop(0) if known.get(each.head) else each for each in guessed.columns)
    return replace(guessed, columns=columns, words=before.words)
