"""The first page of a team's report: headline, response, themes, strengths and concerns, how to read it."""

from enum import Enum

from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures import palette
from teamhealth.figures.paper_response import response_dots
from teamhealth.figures.sentences import is_brief
from teamhealth.publication.headline import headline
from teamhealth.publication.method_words import by_question_text, has_scores, likely_range_text, range_alone_text
from teamhealth.publication.types import Verdict
from teamhealth.publication.words import answered_text, burdens_text, low_response
from teamhealth.report import styles
from teamhealth.report.blocks import AtFoot, Backdrop, Column, Columns, tinted_box
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.fonts import REGULAR, SEMIBOLD, clean, markup, one_line, strong, text_width
from teamhealth.report.keeping import kept_together
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import heading, paragraph, rich_paragraph
from teamhealth.report.subject import Subject
from teamhealth.report.team_lists import Lines, order_note, strengths_and_concerns
from teamhealth.report.team_rounds import rounds_panels
from teamhealth.report.team_themes import RowHeights, themes_section
from teamhealth.texts.catalogue import tr

_HEADLINE_BOX = Backdrop(palette.RAIL, padding=16, padding_above=9)
_NOTE_BOX = Backdrop(palette.TEAL_TINT)
_WARNING_BOX = Backdrop(palette.WARNING_TINT, padding_above=5)
_SPACE = 10.0


class Fit(Enum):
    """How the first page is set: with room, closed up, closer, closest, then with lines on lines, or running on."""

    ROOMY = "roomy"
    TIGHT = "tight"
    CLOSE = "close"
    CLOSEST = "closest"
    DENSE = "dense"
    FLOWING = "flowing"


# How high the panels of rounds are, and the rows of themes: calm ones, and those that say more.
_PANELS = {
    Fit.ROOMY: 92.0, Fit.TIGHT: 70.0, Fit.CLOSE: 57.0, Fit.CLOSEST: 46.0, Fit.DENSE: 42.0, Fit.FLOWING: 92.0
}  # fmt: skip
_TALLEST_PANELS = 104.0
_HIGHER_ROWS = 6.0
_SMALL_HEADLINE = (styles.HEADLINE_SMALL, 3.0)
_HEADLINES = {
    Fit.CLOSE: (styles.HEADLINE_TIGHT, 3.0), Fit.CLOSEST: _SMALL_HEADLINE, Fit.DENSE: _SMALL_HEADLINE
}  # fmt: skip
_LISTS = {Fit.ROOMY: Lines.ROOMY, Fit.DENSE: Lines.DENSE}
_CLOSEST_ROWS = RowHeights(33, 33, joined=True)
_ROWS = {
    Fit.ROOMY: RowHeights(40, 46),
    Fit.TIGHT: RowHeights(37, 41),
    Fit.CLOSE: RowHeights(33, 40),
    Fit.CLOSEST: _CLOSEST_ROWS,
    Fit.DENSE: _CLOSEST_ROWS,
    Fit.FLOWING: RowHeights(37, 41),
}


def front_page(subject: Subject, fit: Fit, *, panels: bool = True, taller: float = 0) -> list[Flowable]:
    """Return the first page of a team's report; how to read it is at the foot, or before the themes where it runs on.

    ``panels`` is whether the themes over the rounds stand on it, and ``taller`` how many points they may grow, or else
    the rows of themes.
    """
    lead = headline(subject.facts, subject.team, with_scores=True, asked_anew=subject.asked_anew)
    words = f"{strong(lead.lead)} {markup(lead.rest)}".strip()
    tight = fit is not Fit.ROOMY
    story: list[Flowable] = title_lines(subject)
    style, after = _HEADLINES.get(fit, (styles.HEADLINE, _SPACE))
    story.append(tinted_box([rich_paragraph(words, style)], CONTENT_WIDTH, _HEADLINE_BOX, after=after))
    story += _response(subject)
    how_to_read = tinted_box([_how_to_read(subject, fit)], CONTENT_WIDTH, _NOTE_BOX, after=_SPACE)
    if fit is Fit.FLOWING:
        # What runs on begins with how to read it, so that the themes stand whole on the page that follows.
        story.append(how_to_read)
    rows, lines = _ROWS[fit], rounds_panels(subject, min(_PANELS[fit] + taller, _TALLEST_PANELS)) if panels else []
    if not lines:
        rows = rows.higher(min(taller / max(len(subject.scored), 1), _HIGHER_ROWS))
    story += [*themes_section(subject, rows), *lines]
    said = strengths_and_concerns(
        subject,
        tr("Strengths"),
        tr("Concerns"),
        _LISTS.get(fit, Lines.TIGHT),
        4 if tight else _SPACE,
        headed=fit is Fit.FLOWING,
        listed_again=True,
    )
    story += said if subject.nothing_said else kept_together([*said, order_note(subject)])
    if fit is Fit.FLOWING:
        return story
    return [*story, Spacer(1, 2 if tight else _SPACE), AtFoot(how_to_read)]


def title_lines(subject: Subject) -> list[Flowable]:
    """Return the team's name, where it belongs and whose the report is: one line if they fit."""
    name = one_line(subject.team.name)
    place = tr("{service} · {round}", service=subject.service, round=subject.facts.wave.name)
    owner = tr("The team’s to share")
    owner_width = text_width(owner, SEMIBOLD, styles.OWNERSHIP.fontSize) + 4
    name_width = text_width(name, styles.TITLE.fontName, styles.TITLE.fontSize) + 1
    place_width = CONTENT_WIDTH - name_width - owner_width - 2 * _SPACE
    title = heading(name, 1, styles.TITLE, bookmark=tr("{team}: team report", team=name))
    where, whose = paragraph(place, styles.SUBTITLE), paragraph(owner, styles.OWNERSHIP)
    if text_width(clean(place), REGULAR, styles.SUBTITLE.fontSize) <= place_width:
        columns = (
            Column((title,), name_width),
            Column((Spacer(1, 11.5), where), place_width),
            Column((Spacer(1, 12), whose), owner_width),
        )
        return [Columns(columns, gap=_SPACE, after=6)]
    below = (Column((where,), CONTENT_WIDTH - owner_width - _SPACE), Column((whose,), owner_width))
    return [title, Columns(below, gap=_SPACE, after=8)]


def _response(subject: Subject) -> list[Flowable]:
    figure = response_dots(subject.answered, subject.team.headcount)
    words = strong(tr("{people}.", people=answered_text(subject.team)))
    if subject.origin:
        words += "  " + markup(subject.origin)
    room = CONTENT_WIDTH - figure.width - _SPACE
    row = Columns(
        (
            Column((PlacedFigure(figure),), figure.width, middle=True),
            Column((rich_paragraph(words, styles.TIGHT),), room, middle=True),
        ),
        gap=_SPACE,
        after=4,
    )
    if not low_response(subject.team):
        return [row]
    warning = paragraph(tr("Many of the team did not answer: take care."), styles.WARNING)
    return [row, Spacer(1, 2), tinted_box([warning], CONTENT_WIDTH, _WARNING_BOX)]


def _how_to_read(subject: Subject, fit: Fit) -> Flowable:
    asked = subject.facts.questionnaires
    sentences = []
    if not has_scores(asked):
        sentences.append(by_question_text(asked))
    elif any(result.score for _, result in subject.scored):
        sentences += _scores_read_so(subject, fit)
    sentences.append(tr("Use this to start a conversation, never to judge or discipline anyone."))
    title = tr("How to read these figures.") if fit is Fit.FLOWING else tr("How to read this page.")
    style = styles.NOTE_TIGHT if fit in (Fit.CLOSE, Fit.CLOSEST, Fit.DENSE) else styles.NOTE
    return rich_paragraph(f"{strong(title)} {markup(' '.join(sentences))}", style)


def _scores_read_so(subject: Subject, fit: Fit) -> list[str]:
    sentences = [tr("Scores run from 0 to 100, and higher is healthier.")]
    burdens = burdens_text(domain for domain, _ in subject.scored)
    if burdens:
        sentences.append(burdens)
    # Where room is lacking, what the likely range is is left to how the figures are made.
    if fit not in (Fit.CLOSEST, Fit.DENSE) and any(result.likely for _, result in subject.scored):
        sentences.append(likely_range_text())
    if any(result.rest or result.change for _, result in subject.scored):
        sentences.append(range_alone_text())
        sentences += _within_chance(subject)
    return sentences


def _within_chance(subject: Subject) -> list[str]:
    """Return what 'within chance' and the number after it mean, as far as the page says them."""
    pairs = [(each.rest, each.change.comparison if each.change else None) for _, each in subject.scored]
    within = [each for pair in pairs for each in pair if each is not None and each.verdict is Verdict.WITHIN_CHANCE]
    if not within:
        return []
    if not any(is_brief(each) and each.would_show is not None for each in within):
        return [tr("‘Within chance’ does not mean ‘the same’.")]
    said = [tr("‘Within chance’ does not mean ‘the same’: a gap as large as the number in brackets would have shown.")]
    if any(each.would_show is None for each in within):
        said.append(tr("Where no number stands, there is no gap."))
    return said
