"""An area's teams one by one, where they are few: how many answered, and each theme's score."""

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from teamhealth.figures import palette
from teamhealth.publication.area import Area
from teamhealth.publication.compared_words import fewer_words, low_text, team_answered_words
from teamhealth.publication.types import TeamResult
from teamhealth.publication.words import score_text
from teamhealth.report import styles
from teamhealth.report.fonts import markup, strong
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import cell_text, heading, paragraph
from teamhealth.report.tables import Cell, Look, table
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr
from teamhealth.texts.name_order import name_order

# More teams stand side by side in the comparison, and more themes would break words.
_MOST_TEAMS, _MOST_THEMES = 6, 4
_FEWEST_SHOWN = 2
_NAME, _ANSWERED = 150.0, 96.0
_LOOK = Look(above=3, below=4, between=6, header_rule=palette.INK_2)


def teams_section(area: Area) -> list[Flowable]:
    """Return a row a team, from A to Z, those that are not shown last; nothing where they are many or one is shown.

    The chart above it names nobody: with two signs on a line a reader asks first which team is which. A report of
    totals alone leaves that open.
    """
    if not area.named:
        return []
    domains = [domain for domain in area.domains if area.team_scores(domain.id)]
    if len(area.shown) < _FEWEST_SHOWN or len(area.teams) > _MOST_TEAMS or not 0 < len(domains) <= _MOST_THEMES:
        return []
    heads = (tr("Team"), tr("Answered"), *(domain.title for domain in domains))
    rows: list[list[Cell]] = [[cell_text(markup(each), styles.COLUMN_HEAD) for each in heads]]
    rows += [_row(team, domains) for team in sorted(area.shown, key=lambda team: name_order(team.name))]
    rows += [_row(team, domains) for team in area.hidden]
    theme = (CONTENT_WIDTH - _NAME - _ANSWERED) / len(domains)
    title = heading(tr("Team by team"), 2, styles.FRONT_SECTION)
    low = low_text(area.shown)
    note = [paragraph(low, styles.UNDER_TABLE)] if low else []
    return [title, table(rows, [_NAME, _ANSWERED, *[theme] * len(domains)], _LOOK), *note]


def _row(team: TeamResult, domains: Sequence[Domain]) -> list[Cell]:
    answered = team_answered_words(team) if team.shown else fewer_words(team)
    scores = {result.domain: result.score for result in team.domains if result.score is not None}
    told = [score_text(scores[domain.id]) if domain.id in scores else tr("not shown") for domain in domains]
    name = cell_text(strong(team.name), styles.TIGHT)
    return [name, *(cell_text(markup(words), styles.QUIET_CELL) for words in (answered, *told))]
