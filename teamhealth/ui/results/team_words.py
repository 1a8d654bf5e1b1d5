"""The words around a team's figures: who answered, what the legend says, why there are no comments."""

from teamhealth.publication.types import SurveyFacts, TeamResult, Tier
from teamhealth.publication.words import answered_text, low_response, response_percent
from teamhealth.survey.questionnaire import BandedItem, CommentQuestion, Questionnaire, ResponseScale
from teamhealth.texts.catalogue import tr, trn


def subtitle(facts: SurveyFacts, team: TeamResult) -> str:
    """Return 'Autumn 2026 · 6 of 7 people answered (86%)'; only the round for a hidden team."""
    if not team.shown:
        return facts.wave.name
    return tr(
        "{wave} · {answered} ({percent}%)",
        wave=facts.wave.name,
        answered=answered_text(team),
        percent=response_percent(team),
    )


def warnings(team: TeamResult) -> tuple[str, ...]:
    """Return what a reader is warned of: few answers, or more than the team has people."""
    found = []
    if low_response(team):
        found.append(tr("Many of the team did not answer: take care."))
    if team.shown and (team.answered or 0) > team.headcount:
        found.append(
            tr("More answers were counted than the team has people. Ask the survey lead what happened before you act.")
        )
    return tuple(found)


def item_legend(team: TeamResult) -> str:
    """Return the sentence of the legend, for as much as the team's answers allow."""
    if team.tier is Tier.WORDS:
        return trn(
            "Every question, in the order it was asked. With {count} answer each is a word, never a number.",
            "Every question, in the order it was asked. With {count} answers each is a word, never a number.",
            team.answered or 0,
        )
    if team.tier is Tier.SHARES:
        return trn(
            "favourable (the healthy answer), of up to {count}. Where a count would tell too much: a word only.",
            "favourable (the healthy answer), of up to {count}. Where a count would tell too much: a word only.",
            team.answered or 0,
        )
    if any(each.answered not in (None, team.answered) for each in team.items):
        return trn(
            "Of up to {count} people. Not split where it would tell too much.",
            "Of up to {count} people. Not split where it would tell too much.",
            team.answered or 0,
        )
    return trn(
        "Of {count} people. Not split where it would tell too much.",
        "Of {count} people. Not split where it would tell too much.",
        team.answered or 0,
    )


def words_legend() -> str:
    """Return why an item with few favourable answers can be a strength: its word goes by the mean of all."""
    return tr("Strength and concern go by the average answer: above 65, below 45 of 100.")


def time_note(team: TeamResult) -> str:
    """Return what the figures of time show."""
    counted = [result.answered for result in team.banded if result.bands]
    if any(each != team.answered for each in counted):
        return trn(
            "people, of up to {count}; small bands joined",
            "people, of up to {count}; small bands joined",
            team.answered or 0,
        )
    if counted:
        return trn(
            "people, of {count}; small bands joined", "people, of {count}; small bands joined", team.answered or 0
        )
    return tr("the middle answer")


def no_comments_text(facts: SurveyFacts, team: TeamResult) -> str:
    """Return the one sentence for a team without comments, nothing if it has some."""
    # One more for each who answered in the team and receives its report.
    least = facts.policy.comments_shown_from(max(0, team.needed - facts.policy.threshold))
    if least is None or not any(each.comments for each in facts.questionnaires):
        return tr("This survey asked for no comments.")
    if comment_count(team):
        return ""
    if not team.shown or min(team.answered or 0, team.headcount) < least:
        if team.headcount < least:
            return tr("Comments are shown from {count} answers on, and the team has fewer people.", count=least)
        return tr("Comments are shown from {count} answers on, to protect the people who wrote them.", count=least)
    if not shows_any_figure(team):
        return tr("Comments are shown only where some figure is, to protect the people who wrote them.")
    return withheld_text(team) or tr("Nobody wrote a comment.")


def shows_any_figure(team: TeamResult) -> bool:
    """Return whether any score, word or middle answer of a team is shown."""
    return (
        any(each.score is not None for each in team.domains)
        or any(each.word is not None for each in team.items)
        or any(each.middle is not None for each in team.banded)
    )


def comment_count(team: TeamResult) -> int:
    """Return how many comments are shown."""
    return sum(len(asked.comments) for asked in team.comments)


def withheld_text(team: TeamResult) -> str:
    """Return how many comments were withheld, nothing if none."""
    count = sum(asked.withheld for asked in team.comments)
    if not count:
        return ""
    return trn(
        "{count} comment was withheld because it named a person.",
        "{count} comments were withheld because they named a person.",
        count,
    )


def find_banded(questionnaires: tuple[Questionnaire, ...], item_id: str) -> tuple[BandedItem, ResponseScale]:
    """Return a banded item and its bands; KeyError if no questionnaire has it."""
    for questionnaire in questionnaires:
        for item in questionnaire.banded_items:
            if item.id == item_id:
                return item, questionnaire.scale(item.response_scale)
    raise KeyError(item_id)


def find_comment_question(questionnaires: tuple[Questionnaire, ...], question_id: str) -> CommentQuestion:
    """Return a comment's question; KeyError if no questionnaire has it."""
    for questionnaire in questionnaires:
        for question in questionnaire.comments:
            if question.id == question_id:
                return question
    raise KeyError(question_id)
