"""The first page of an area's report: staying and leaving, themes with all teams, and concerns that teams share."""

from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures import palette
from teamhealth.figures.paper_area import area_row, signs_words
from teamhealth.figures.paper_themes import ThemeScale, theme_axis, theme_head
from teamhealth.publication.area import Area
from teamhealth.publication.area_headline import area_headline, teams_shown_text
from teamhealth.publication.area_hidden import in_no_figure_text
from teamhealth.publication.area_response import few_answered_text, response_text
from teamhealth.publication.types import ShownScore
from teamhealth.publication.words import burdens_text, lean_of, score_text
from teamhealth.report import styles
from teamhealth.report.area_apart import apart_section
from teamhealth.report.area_cards import cards_of
from teamhealth.report.area_shared import shared_at_a_glance, shared_section
from teamhealth.report.area_teams import teams_section
from teamhealth.report.blocks import Backdrop, Column, Columns, tinted_box
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.fonts import clean, markup, one_line, strong, text_width
from teamhealth.report.keeping import kept_whole, kept_with_next
from teamhealth.report.name_columns import MOST_IN_A_SENTENCE
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import cell_text, heading, paragraph, rich_paragraph
from teamhealth.report.sheet import Sheet
from teamhealth.report.standards import Standards
from teamhealth.report.tables import Cell, Look, table
from teamhealth.report.team_themes import name_cell, name_height
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list, capitalised, number_word

_HEADLINE_BOX = Backdrop(palette.RAIL, padding=16, padding_above=9)
_GAP = 14.0
_ROUNDING = 1.0
_NAME_WIDTH = 140.0
_FIGURE_WIDTH = 64.0
# So high that five signs of equal scores stand above each other.
_ROW, _AROUND_NAME = 36.0, 3.0


def area_front(
    area: Area, standards: Standards, earlier: Area | None, sheet: Sheet, *, attached: bool = False
) -> list[Flowable]:
    """Return page one; its last table runs on where it is long.

    ``attached`` is whether the document carries figures as data: whose they are is said where it is handed on by.
    """
    lead = area_headline(area)
    words = f"{strong(lead.lead)} {markup(lead.rest)}".strip()
    story = _title_lines(area)
    story.append(tinted_box([rich_paragraph(words, styles.HEADLINE)], CONTENT_WIDTH, _HEADLINE_BOX, after=3))
    # The cards come before what is said of all figures, so that they stand on page one of large print too.
    story += cards_of(area, sheet)
    story += _themes(area, earlier, [paragraph(_made_of(area, attached=attached), styles.QUIET)] if area.shown else [])
    # Which teams stand apart is read beside the signs, which name nobody.
    story += apart_section(area)
    teams, shared = teams_section(area), shared_section(area, standards)
    return [*story, *shared_at_a_glance(area, (story, teams, shared), sheet), *teams, *shared]


def area_kind(area: Area) -> str:
    """Return what an area's report is called, and that it is of totals alone where it names no team beside figures."""
    kind = tr("council report") if area.service is None else tr("service report")
    return kind if area.named else tr("{report}, totals alone", report=kind)


def _title_lines(area: Area) -> list[Flowable]:
    words = tr("Council report, {round}") if area.service is None else tr("Service report, {round}")
    place = paragraph(words.replace("{round}", area.facts.wave.name), styles.PLACE)
    name = one_line(area.name)
    # A little wider than the name: where a column is exactly as wide, rounding breaks a word.
    room = CONTENT_WIDTH - text_width(clean(name), styles.TITLE.fontName, styles.TITLE.fontSize) - _ROUNDING - _GAP
    title = heading(name, 1, styles.TITLE, bookmark=tr("{area}: {kind}", area=area.name, kind=area_kind(area)))
    if room < 170:
        return [title, place, Spacer(1, 6)]
    columns = (Column((title,), CONTENT_WIDTH - room - _GAP), Column((Spacer(1, 11.5), place), room))
    return [Columns(columns, gap=_GAP, after=6)]


def _made_of(area: Area, *, attached: bool) -> str:
    shown = trn("{count} team is shown by itself.", "{count} teams are shown by themselves.", len(area.shown))
    parts = [] if teams_shown_text(area) in area_headline(area).text else [shown]
    parts += [response_text(area), few_answered_text(area)]
    if area.others:
        parts.append(tr("Others are in the figures together, where that gives nobody away."))
    if not area.named:
        here = tr("No team is named beside its figures.")
        parts.append(tr("No team is named beside its figures, here or in the attached file.") if attached else here)
    elif attached:
        parts.append(tr("The attached file holds every shown team’s figures, by name."))
    told = [domain for domain in area.domains if area.team_scores(domain.id)]
    if told:
        parts += [tr("Higher is healthier."), burdens_text(told)]
    return " ".join(filter(None, parts))


def _themes(area: Area, earlier: Area | None, made_of: list[Flowable]) -> list[Flowable]:
    """Return the themes, and under their heading what all figures are made of."""
    domains = [domain for domain in area.domains if area.team_scores(domain.id)]
    if not area.domains:
        return [*made_of, paragraph(tr("No theme of this survey is scored."))]
    if not domains:
        none = paragraph(tr("No theme can be shown: too few people answered enough of its questions."))
        return [*made_of, none] if area.shown else []
    columns = _columns(area, earlier)
    plot = CONTENT_WIDTH - _NAME_WIDTH - _FIGURE_WIDTH * len(columns)
    scale = ThemeScale(plot)
    heads: list[Cell] = [cell_text(markup(tr("Theme")), styles.COLUMN_HEAD), PlacedFigure(theme_head(scale))]
    heads += [cell_text(markup(title), styles.COLUMN_HEAD_CENTRED) for title, _ in columns]
    rows: list[list[Cell]] = [heads]
    heights = [30.0]
    for domain in domains:
        teams = [(team.name if area.named else "", score) for team, score in area.team_scores(domain.id)]
        total = area.total(domain.id)
        # Of one team alone it is said once below that there is no total; what leans is its own sign.
        said = teams[0][1] if total is None and _of_one_team(area) else total
        name = name_cell(domain, lean_of(domain, said) if said is not None else tr("no total shown"))
        heights.append(max(_ROW, name_height(name, _NAME_WIDTH) + _AROUND_NAME))
        row: list[Cell] = [name, PlacedFigure(area_row(scale, domain, teams, total, heights[-1]))]
        for number, (_, scores) in enumerate(columns):
            score = scores.get(domain.id)
            style = styles.SCORE if number == 0 else styles.CENTRED
            row.append(
                cell_text(markup(score_text(score)) if score else markup("–"), style if score else styles.CENTRED)
            )
        rows.append(row)
    widths = [_NAME_WIDTH, plot, *[_FIGURE_WIDTH] * len(columns)]
    look = Look(above=0, below=0, between=0, header_rule=palette.INK_2, row_heights=tuple(heights))
    signs = signs_words(scale, [[score for _, score in area.team_scores(each.id)] for each in domains], _ROW)
    title = (
        tr("{number} themes", number=capitalised(number_word(len(domains)))) if len(domains) > 1 else tr("One theme")
    )
    return [
        # Rows without the scale, which stands below the last, could not be read.
        kept_whole(heading(title, 2, styles.FRONT_SECTION)),
        *(kept_with_next(each) for each in made_of),
        kept_with_next(table(rows, widths, look)),
        kept_with_next(PlacedFigure(theme_axis(scale, _NAME_WIDTH))),
        paragraph(_themes_note(area, signs), styles.QUIET),
    ]


def _of_one_team(area: Area) -> bool:
    """Return whether one team alone is shown, so that there is no total and nothing to look for in its place."""
    return len(area.shown) == 1 and not area.totals


def _columns(area: Area, earlier: Area | None) -> list[tuple[str, dict[str, ShownScore]]]:
    """Return the columns of scores that have any: the area's, the round before, the council's, teams' not shown."""
    ids = [domain.id for domain in area.domains]
    mine = tr("Council") if area.service is None else tr("Service")
    columns = [(mine, _scores({each: area.total(each) for each in ids}))]
    if earlier is not None:
        columns.append((earlier.facts.wave.name, _scores({each: earlier.total(each) for each in ids})))
    if area.service is not None:
        columns.append((tr("Council"), _scores({each: area.council_total(each) for each in ids})))
    columns.append((tr("Not shown, together"), _scores({each: area.others_score(each) for each in ids})))
    others = [each for each in columns[1:] if each[1]]
    # A column of dashes beside no other says less than the sentence below.
    return [columns[0], *others] if columns[0][1] or others else []


def _scores(found: dict[str, ShownScore | None]) -> dict[str, ShownScore]:
    return {each: score for each, score in found.items() if score is not None}


def _themes_note(area: Area, signs: str) -> str:
    totals = any(area.total(domain.id) is not None for domain in area.domains)
    if not totals:
        none = tr("No total is shown: it needs two teams.") if _of_one_team(area) else ""
        return " ".join(filter(None, (signs, none, in_no_figure_text(area))))
    parts = [signs, tr("A bar is all of them together.")]
    if any(len(area.team_scores(domain.id)) < len(area.shown) for domain in area.domains):
        parts.append(tr("Not every shown team has a score in every theme."))
    row = any(atom.service == area.service for atom in area.others)
    if row and area.service is not None:
        names = and_list([team.name for team in area.hidden])
        words = tr("Not shown, together: teams that cannot be shown by themselves in every theme.")
        if len(area.hidden) > MOST_IN_A_SENTENCE:
            words = tr("Not shown, together: the {count} teams that cannot be shown by themselves, named further on.",
                       count=len(area.hidden))  # fmt: skip
        elif names:
            words = tr("Not shown, together: {teams}.", teams=names)
        parts.append(words)
    parts.append(in_no_figure_text(area))
    parts.append(tr("Totals carry no likely range and are not tested against other rounds."))
    return " ".join(filter(None, parts))
