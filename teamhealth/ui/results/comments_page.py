"""All comments of a team, question by question, word for word."""

from teamhealth.figures.weight import Weight
from teamhealth.publication.types import SurveyFacts, TeamResult
from teamhealth.texts.catalogue import tr
from teamhealth.ui.results.comments_card import Quoted, withheld_note
from teamhealth.ui.results.team_words import find_comment_question
from teamhealth.ui.theme import BODY, SPACE_12, Theme
from teamhealth.ui.widgets.card import Card
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.text import body, label


def comments_page(facts: SurveyFacts, team: TeamResult, theme: Theme) -> Page:
    """Return the page of a team's comments; its breadcrumb leads back to the team."""
    order = tr("Word for word, in alphabetical order, not in the order they were written.")
    page = Page(tr("Comments"), "comments_page", subtitle=order, crumb=team.name, theme=theme)
    for asked in team.comments:
        if not asked.comments:
            continue
        card = Card(None, f"all_{asked.question}", theme=theme)
        card.content.setSpacing(theme.px(SPACE_12))
        question = find_comment_question(facts.questionnaires, asked.question).text
        card.setAccessibleName(question)
        card.content.addWidget(
            label(question, theme.font(BODY, Weight.SEMIBOLD), name=f"all_{asked.question}_question")
        )
        for number, comment in enumerate(asked.comments):
            name = f"all_{asked.question}_{number}"
            card.content.addWidget(Quoted(body(comment, name=name, theme=theme), theme, name=f"{name}_quote"))
        page.body.addWidget(card)
    note = withheld_note(team, theme)
    if note is not None:
        page.body.addWidget(note)
    page.body.addStretch(1)
    return page
