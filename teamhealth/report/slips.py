"""Code slips to cut out: for each team its own pages, a code and no name on each slip."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from reportlab.platypus.flowables import Flowable, PageBreak

from teamhealth.figures import palette
from teamhealth.figures.shapes import Circle, Figure
from teamhealth.report import styles
from teamhealth.report.fonts import clean, markup, one_line
from teamhealth.report.metadata import Metadata
from teamhealth.report.pages import CONTENT_WIDTH, Furniture, build
from teamhealth.report.paragraphs import bullet_list, cell_text, heading, paragraph
from teamhealth.report.slip_grid import SLIPS_A_PAGE, Slip, SlipGrid
from teamhealth.report.structure import Element
from teamhealth.report.tables import table
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.survey.custody import CustodyKind
from teamhealth.survey.ids import TeamId
from teamhealth.survey.organisation import Team
from teamhealth.survey.promises import storage_promise, who_opens_parts
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr, trn

_COUNT_WIDTH = 110.0


def write_slips(survey: Survey, codes: Mapping[TeamId, Sequence[str]], path: Path, *, spare: bool = False) -> None:
    """Write code slips as tagged PDF, whole or not at all.

    Parameters
    ----------
    survey : Survey
        What the codes are for.
    codes : mapping of TeamId to sequence of str
        Each team's codes, grouped for reading, in the order of printing: to be shuffled by whoever calls.
    path : Path
        The file; its folder must exist.
    spare : bool
        Whether these are the spares that the survey lead keeps.

    Raises
    ------
    KeyError
        If the survey has no such team.
    FileUnwritable
        If the file cannot be written.
    """
    write_atomically(path, slips(survey, codes, spare=spare))


def slips(survey: Survey, codes: Mapping[TeamId, Sequence[str]], *, spare: bool = False) -> bytes:
    """Return the same slips as bytes; the document says no date and, in what it says of itself, no code."""
    teams = {survey.team(team_id): tuple(given) for team_id, given in codes.items()}
    kind = tr("Spare code slips") if spare else tr("Code slips")
    title = tr("{kind}, {survey}", kind=kind, survey=survey.title)
    metadata = Metadata(
        title=one_line(title),
        subject=one_line(f"{survey.organisation.name}: {survey.title}"),
        day=None,
        identity=f"slips {survey.id} {spare} {' '.join(team.id for team in teams)}",
    )
    story = _cover(survey, teams, kind, spare=spare)
    for team, given in teams.items():
        story += _team_pages(survey, team, given, spare=spare)
    return build(story, metadata, Furniture(survey.organisation.name, survey.title, kind)).content


def _cover(survey: Survey, teams: Mapping[Team, Sequence[str]], kind: str, *, spare: bool) -> list[Flowable]:
    """Return the page that the survey lead keeps: what to do with the slips, and how many each team has."""
    steps = _spare_steps() if spare else _steps()
    dot = Figure(6, 6, (Circle(3, 3, 2, palette.TEAL),), "")
    story: list[Flowable] = [
        heading(kind, 1, styles.TITLE),
        paragraph(tr("{organisation} · {survey}", organisation=survey.organisation.name, survey=survey.title)),
        paragraph(tr("The survey lead keeps this page."), styles.QUIET),
        heading(tr("What to do with them"), 2),
        *bullet_list([markup(step) for step in steps], [dot] * len(steps)),
        heading(tr("How many there are"), 2),
    ]
    heads = [cell_text(markup(each), styles.COLUMN_HEAD) for each in (tr("Team"), tr("Slips"))]
    rows = [[cell_text(markup(team.name)), cell_text(str(len(given)))] for team, given in teams.items()]
    story.append(table([heads, *rows], (CONTENT_WIDTH - _COUNT_WIDTH, _COUNT_WIDTH)))
    return story


def _steps() -> tuple[str, ...]:
    return (
        tr("Print on one side of plain paper, and cut along the marks."),
        tr("Mix each team’s slips. Write no names on them, and keep no list of who has which."),
        tr("Give them straight to the team where you can, not through its manager."),
        tr("Let everyone take one from the pile."),
        tr("Collect slips that nobody took, and destroy them: each could add an answer."),
        tr("Tell the team the three words by another way, from you directly."),
    )


def _spare_steps() -> tuple[str, ...]:
    return (
        tr("Keep these yourself, locked away. They are not part of the teams’ piles."),
        tr("Give one to somebody who lost a slip or has joined the team."),
        tr("A lost slip still works for whoever finds it, so give spares out sparingly."),
        tr("Destroy what is left when the survey has closed: each could add an answer."),
    )


def _team_pages(survey: Survey, team: Team, given: Sequence[str], *, spare: bool) -> list[Flowable]:
    many = trn("{team}: {count} slip", "{team}: {count} slips", len(given), team=team.name)
    if spare:
        many = trn("{team}: {count} spare slip", "{team}: {count} spare slips", len(given), team=team.name)
    whole = Element("L", owner="List", attributes={"ListNumbering": "None"})
    story: list[Flowable] = [PageBreak(), heading(many, 2, styles.HALF)]
    for start in range(0, len(given), SLIPS_A_PAGE):
        if start:
            story.append(PageBreak())
        story.append(SlipGrid([_slip(survey, team, code) for code in given[start : start + SLIPS_A_PAGE]], whole))
    return story


def _slip(survey: Survey, team: Team, code: str) -> Slip:
    sealed = [who_opens_parts(survey.custody)[0], storage_promise(survey.custody)[0]]
    first = tr("Type it on the first page of the questionnaire.")
    if survey.custody.kind is CustodyKind.LEAD:
        first += " " + tr("Check the three words there: the survey lead has told you which.")
    return Slip(
        title=tr("Team health survey"),
        organisation=survey.organisation.name,
        place=tr("{team}, {round}", team=team.name, round=survey.wave.name),
        label=tr("Your code, which works once:"),
        code=clean(code),
        first=first,
        promise=" ".join(sealed),
    )
