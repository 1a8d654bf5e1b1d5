"""How figures are made and read, in words: scores of themes or questions by themselves, likely ranges, shuffles."""

from collections.abc import Sequence

from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import and_list


def has_scores(questionnaires: Sequence[Questionnaire]) -> bool:
    """Return whether any theme has a score."""
    return any(each.score_domains for each in questionnaires)


def by_question_text(questionnaires: Sequence[Questionnaire]) -> str:
    """Return which questionnaires are told question by question; nothing where none is."""
    apart = [each.title for each in questionnaires if not each.score_domains]
    if not apart:
        return ""
    if not has_scores(questionnaires):
        return tr("No theme here has a score: every question is told by itself.")
    return tr("Themes of {questionnaires} have no score: their questions are told by themselves.",
              questionnaires=and_list(apart))  # fmt: skip


def likely_range_text() -> str:
    """Return what a likely range is, and at which level."""
    return tr("Of 100 likely ranges, about 95 hold the score that the whole team would give over many days.")


def range_alone_text() -> str:
    """Return that no gap is to be read off ranges and marks: two ranges may miss each other within chance."""
    return tr("A likely range is of one score alone: whether a gap is more than chance is tested, and said in words.")


def flagged_too_often_text() -> str:
    """Return where the tests are not cautious, to stand after what says that they are."""
    return tr("But a small team whose answers are widely spread is flagged too often.")


def no_change_found_text() -> str:
    """Return what it does not mean that no change was found, for where nothing says 'within chance'."""
    return tr("Where no change was found, there may still be one.")


def true_change_text() -> str:
    """Return how a change that would show, which is a measured one, and a true change differ."""
    return tr("The test is cautious: it misses about half of real changes that would only just show.")


def not_tested_text(*, changes: bool, gaps: bool) -> str:
    """Return why a change, or a gap to other teams, may be 'not tested'; nothing of what is not asked for."""
    parts = []
    if changes:
        parts.append(tr("A change is ‘not tested’ where too few teams were shown in either round."))
    if gaps:
        parts.append(
            tr(
                "A gap is ‘not tested’ where too few teams are shown, or where the test’s other teams are not those"
                " printed beside it."
            )
        )
    return " ".join(parts)
