"""What is wrong with a mapping of another table: columns of which it is not said what they hold, or not truly."""

from collections.abc import Iterator

from teamhealth.exchange.answer_mapping import AnswerMapping, Holds
from teamhealth.exchange.answer_personal import named_so, names_somebody
from teamhealth.exchange.answer_table import AnswerTable
from teamhealth.exchange.answer_values import plain_name, plain_words
from teamhealth.exchange.columns import printable, shown
from teamhealth.survey.ids import TeamId
from teamhealth.survey.questions import Question, QuestionKind, lay_out
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr


def mapping_problems(source: AnswerTable, mapping: AnswerMapping, survey: Survey) -> Iterator[str]:
    """Yield in a sentence each what is wrong with a mapping, before any row is read."""
    if tuple(each.head for each in mapping.columns) != source.heads:
        yield tr("The columns are not those of the mapping. Make the mapping anew.")
        return
    questions = {question.id: question for section in lay_out(survey) for question in section.questions}
    seen: set[str] = set()
    for place, each in enumerate(mapping.columns):
        head, question = shown(each.head), questions.get(each.question)
        if each.holds is Holds.UNKNOWN:
            yield _unknown(place, each.head, question)
            continue
        elif each.holds is Holds.QUESTION and question is None:
            yield tr("Column ‘{head}’: the survey has no question ‘{id}’.", head=head, id=shown(each.question))
        elif each.holds is Holds.QUESTION and each.question in seen:
            yield tr("Column ‘{head}’: another column answers the same question.", head=head)
        elif each.turned and (question is None or question.kind is not QuestionKind.AGREEMENT):
            yield tr("Column ‘{head}’: only answers on agreement can be turned round.", head=head)
        elif question is not None and _could_name(source, place, question):
            yield tr("Column ‘{head}’: it could name a person, so it cannot be answers. Drop it.", head=head)
        seen.add(each.question)
    yield from _frame_problems(mapping, survey)


def _unknown(place: int, head: str, near: Question | None) -> str:
    if near is not None:
        # Whole: the one word that makes it the opposite may be the last.
        fields = {"head": printable(head), "question": printable(near.text)}
        return tr("Column ‘{head}’: it is much like ‘{question}’. Say whether it is that question.", **fields)
    if not head:
        return tr("Column {number} has no head: say what it holds, or that it is to be ignored.", number=place + 1)
    return tr("Column ‘{head}’: say what it holds, or that it is to be ignored.", head=shown(head))


def _could_name(source: AnswerTable, place: int, question: Question) -> bool:
    """Return whether a column that is said to be answers would bring in who answered, when or where.

    Answers on a scale can only be codes; a comment holds whatever stands in the column.
    """
    head = source.heads[place]
    if source.layout.is_personal(head):
        return True
    if question.kind is not QuestionKind.COMMENT:
        return False
    texts = source.layout.texts_of(head, str(source.questions.cell(place)))
    values = [str(row.cell(place)) for row in source.rows if row.cell(place)]
    return named_so({plain_words(each) for each in texts}) or names_somebody(values)


def both_name_the_team() -> str:
    """Return what is said where a column says each row's team, and one team is named for all."""
    return tr("A column says the team, and one team is named for all rows. Choose one of the two.")


def _frame_problems(mapping: AnswerMapping, survey: Survey) -> Iterator[str]:
    if not mapping.heads(Holds.QUESTION):
        yield tr("No column answers a question of this survey.")
    if len(mapping.heads(Holds.TEAM)) > 1 or len(mapping.heads(Holds.CODE)) > 1:
        yield tr("Two columns hold the team, or the code.")
    if mapping.team and plain_name(mapping.team) not in team_names(survey):
        yield tr("The survey has no team ‘{team}’.", team=shown(mapping.team))
    if mapping.team and mapping.heads(Holds.TEAM):
        yield both_name_the_team()
    if not mapping.team and not mapping.heads(Holds.TEAM) and len(survey.teams) > 1:
        yield tr("No column says the team. Name the team of all rows.")
    if survey.custody.one_time_codes and not mapping.heads(Holds.CODE):
        yield tr("This survey uses codes, and no column holds them.")
    if not survey.custody.one_time_codes and mapping.heads(Holds.CODE):
        yield tr("This survey uses no codes.")


def team_names(survey: Survey) -> dict[str, TeamId]:
    """Return which team each name stands for, as a table may write it."""
    return {plain_name(team.name): team.id for team in survey.teams}
