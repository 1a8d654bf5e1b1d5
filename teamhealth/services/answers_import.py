"""Answers from another program: read by a mapping, stripped of whatever names a person, and sealed into a return."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from teamhealth.exchange.answer_guess import guess_mapping
from teamhealth.exchange.answer_layout import layout_of, read_layouts
from teamhealth.exchange.answer_mapping import AnswerMapping, Holds, mapping_document, parse_mapping
from teamhealth.exchange.answer_mapping_problems import both_name_the_team
from teamhealth.exchange.answer_rows import read_responses
from teamhealth.exchange.answer_table import AnswerTable, PassedOver, answer_table
from teamhealth.exchange.return_file import Return, write_return
from teamhealth.exchange.survey_file import SurveyFile, read_survey
from teamhealth.exchange.table_file import parse_table
from teamhealth.exchange.whole_file import read_whole
from teamhealth.exchange.workbook import Limits
from teamhealth.failures import TableInvalid
from teamhealth.resources import resource
from teamhealth.sealing.codes import read_code
from teamhealth.sealing.envelope import seal
from teamhealth.services.people import check_people
from teamhealth.services.progress import Progress
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.survey.answers_table import LARGEST_BYTES, TEAM, read_answers
from teamhealth.survey.questions import lay_out
from teamhealth.survey.response import Response, number_alike
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr

# As many as a return file can hold.
LIMITS = Limits(rows=11_000, columns=400)
_HEAD_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class AskedColumn:
    """A column's head, and the id and text of the question that its cells answer."""

    head: str
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadAnswers:
    """Answers that can be sealed, and what was not taken: columns that are personal or no answers, rows of nobody.

    ``sheet`` is the workbook's sheet, ``asked`` which question each column answers; '' and none for this program's own
    layout.
    """

    layout: str
    responses: tuple[Response, ...]
    personal: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    sheet: str = ""
    asked: tuple[AskedColumn, ...] = ()


def read_answer_table(path: Path, sheet: str = "") -> AnswerTable:
    """Return a table of answers and its layout; FileUnreadable for a file without one, TableInvalid for an unsure one.

    ``sheet`` is needed of a workbook with several.
    """
    return read_whole(path, LARGEST_BYTES, lambda data: _parsed(path.name, data, sheet))


def guess(survey: Survey, source: AnswerTable, team: str = "") -> AnswerMapping:
    """Return the likeliest mapping of a table's columns to a survey; ``team`` is the team of all rows, '' for none."""
    return replace(guess_mapping(source, survey, read_code), team=team)


def write_guess(survey_path: Path, answers_path: Path, target: Path, team: str = "", sheet: str = "") -> AnswerMapping:
    """Write the likeliest mapping as a file that people can change.

    Raises
    ------
    FileUnreadable
        If a file cannot be used.
    FileUnwritable
        If the mapping cannot be written.
    """
    mapping = guess(read_survey(survey_path).survey, read_answer_table(answers_path, sheet), team)
    write_atomically(target, mapping_document(mapping))
    return mapping


def read_from_elsewhere(
    survey_path: Path, answers_path: Path, mapping_path: Path | None = None, team: str = "", sheet: str = ""
) -> tuple[SurveyFile, ReadAnswers]:
    """Read all answers of a table, or none.

    A table whose heads are 'team' and the ids of questions is read by those; another by a mapping, or by heads that are
    its questions word for word: what is only much like a question is for people to confirm. A team that is named here
    goes before the mapping's.

    Raises
    ------
    FileUnreadable, SpecInvalid, TableInvalid
        If a file cannot be used.
    """
    file = read_survey(survey_path)
    mapping = None
    if mapping_path is not None:
        mapping = read_whole(mapping_path, LARGEST_BYTES, lambda data: parse_mapping(mapping_path.name, data))
    raw = read_whole(answers_path, LARGEST_BYTES, bytes)
    if mapping is None and _by_ids(raw, file.survey):
        if team:
            raise TableInvalid(answers_path.name, (both_name_the_team(),))
        return file, ReadAnswers("", read_answers(answers_path.name, raw, file.survey, read_code))
    source = read_answer_table(answers_path, sheet)
    chosen = mapping or guess(file.survey, source)
    try:
        return file, mapped(source, replace(chosen, team=team or chosen.team), file.survey)
    except TableInvalid as failure:
        if mapping is not None or not chosen.heads(Holds.UNKNOWN):
            raise
        hint = tr("‘teamhealth answers map’ writes down what is guessed: settle it there, and name it with --mapping.")
        raise TableInvalid(failure.file, (hint, *failure.problems)) from failure


def mapped(source: AnswerTable, mapping: AnswerMapping, survey: Survey) -> ReadAnswers:
    """Read all rows by a mapping, or none; TableInvalid with every problem."""
    responses = read_responses(source, mapping, survey, read_code)
    personal, ignored = mapping.heads(Holds.PERSONAL), mapping.heads(Holds.IGNORED)
    texts = {question.id: question.text for section in lay_out(survey) for question in section.questions}
    asked = tuple(
        AskedColumn(each.head, each.question, texts[each.question])
        for each in mapping.columns
        if each.holds is Holds.QUESTION
    )
    return ReadAnswers(source.layout.title, responses, personal, ignored, source.passed_over, source.sheet, asked)


def sealed_return(file: SurveyFile, responses: Sequence[Response], progress: Progress) -> Return:
    """Seal answers with a survey's public key; the same answers give other envelopes each time."""
    envelopes = set()
    for number, response in enumerate(responses):
        progress(number, len(responses))
        envelopes.add((response.team, seal(response, file.public_key)))
    progress(len(responses), len(responses))
    return Return(file.survey.id, frozenset(envelopes))


def table_return(file: SurveyFile, responses: Sequence[Response], progress: Progress) -> Return:
    """Seal the rows of a table, so that the same table counts once however often it is taken in.

    Raises
    ------
    MoreAnswersThanPeople
        If it has more rows of a team than people, in a survey without codes; nothing is sealed then.
    """
    if not file.survey.custody.one_time_codes:
        check_people(file.survey, Counter(each.team for each in responses))
        responses = number_alike(responses)
    return replace(sealed_return(file, responses, progress), table=True)


def seal_return(file: SurveyFile, responses: Sequence[Response], target: Path, progress: Progress) -> None:
    """Seal the rows of a table into a return file; failures as of ``table_return``, and FileUnwritable."""
    write_return(table_return(file, responses, progress), target)


def _parsed(file: str, raw: bytes, sheet: str) -> AnswerTable:
    table = parse_table(file, raw, LIMITS, sheet)
    return answer_table(file, table, layout_of(table, read_layouts(resource("layouts"))))


def _by_ids(raw: bytes, survey: Survey) -> bool:
    """Return whether the heads are those of this program's own layout: 'team', and a question by its id."""
    first = raw[:_HEAD_BYTES].decode("utf-8-sig", "ignore").partition("\n")[0]
    heads = {each.strip(' "\r') for each in first.replace(";", ",").split(",")}
    return TEAM in heads and any(question.id in heads for each in lay_out(survey) for question in each.questions)
