"""Code slips to cut out: for each team its own pages, a code and no name on each slip."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.platypus.flowables import Flowable, PageBreak

from teamhealth.report import styles
from teamhealth.report.fonts import clean, markup
from teamhealth.report.notices import listed, survey_metadata
from teamhealth.report.pages import CONTENT_WIDTH, Furniture, build
from teamhealth.report.paragraphs import cell_text, heading, paragraph
from teamhealth.report.sheet import ORDINARY, Sheet
from teamhealth.report.slip_grid import Slip, SlipGrid, slip_room
from teamhealth.report.structure import Element
from teamhealth.report.tables import table
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.survey.ids import TeamId
from teamhealth.survey.promises import storage_promise, who_opens_parts
from teamhealth.survey.survey import Survey
from teamhealth.texts.catalogue import tr, trn

_COUNT_WIDTH = 110.0


def write_slips(survey: Survey, codes: Mapping[TeamId, Sequence[str]], path: Path, sheet: Sheet = ORDINARY) -> None:
    """Write the teams' code slips as tagged PDF, whole or not at all.

    Parameters
    ----------
    survey : Survey
        What the codes are for.
    codes : mapping of TeamId to sequence of str
        Each team's codes, grouped for reading, in the order of printing: to be shuffled by whoever calls.
    path : Path
        The file; its folder must exist.

    Raises
    ------
    KeyError
        If the survey has no such team.
    FileUnwritable
        If the file cannot be written.
    """
    write_atomically(path, slips(survey, codes, sheet), private=True)


def write_spare_slips(survey: Survey, codes: Sequence[str], path: Path, sheet: Sheet = ORDINARY) -> None:
    """Write the spare slips that the survey lead keeps; they name no team. FileUnwritable if they cannot be."""
    write_atomically(path, spare_slips(survey, codes, sheet), private=True)


def slips(survey: Survey, codes: Mapping[TeamId, Sequence[str]], sheet: Sheet = ORDINARY) -> bytes:
    """Return the teams' slips as bytes; the document says no date and, in what it says of itself, no code."""
    piles = [_Pile(survey.team(team_id).name, tuple(given)) for team_id, given in codes.items()]
    return _document(survey, tr("Code slips"), _steps(), piles, sheet)


def spare_slips(survey: Survey, codes: Sequence[str], sheet: Sheet = ORDINARY) -> bytes:
    """Return the spare slips as bytes."""
    return _document(survey, tr("Spare code slips"), _spare_steps(), [_Pile("", tuple(codes))], sheet)


@dataclass(frozen=True, slots=True)
class _Pile:
    """The codes of a team; the spares' have no team."""

    team: str
    codes: tuple[str, ...]

    @property
    def title(self) -> str:
        if self.team:
            return trn("{team}: {count} slip", "{team}: {count} slips", len(self.codes), team=self.team)
        return trn("{count} spare slip", "{count} spare slips", len(self.codes))


def _document(survey: Survey, kind: str, steps: Sequence[str], piles: Sequence[_Pile], sheet: Sheet) -> bytes:
    story = _cover(survey, kind, steps, piles)
    for pile in piles:
        story += _pages(survey, pile, sheet)
    metadata = survey_metadata(survey, tr("{kind}, {survey}", kind=kind, survey=survey.title), kind)
    return build(story, metadata, Furniture(survey.organisation.name, survey.title, kind), sheet).content


def _cover(survey: Survey, kind: str, steps: Sequence[str], piles: Sequence[_Pile]) -> list[Flowable]:
    """Return the page that the survey lead keeps: what to do with the slips, and how many there are."""
    heads = [cell_text(markup(each), styles.COLUMN_HEAD) for each in (tr("Team"), tr("Slips"))]
    rows = [[cell_text(markup(pile.team or tr("Spare"))), cell_text(str(len(pile.codes)))] for pile in piles]
    return [
        heading(kind, 1, styles.TITLE),
        paragraph(f"{survey.organisation.name} · {survey.title}"),
        paragraph(tr("The survey lead keeps this page."), styles.QUIET),
        heading(tr("What to do with them"), 2),
        *listed(steps, styles.LIST_ITEM),
        heading(tr("How many there are"), 2),
        table([heads, *rows], (CONTENT_WIDTH - _COUNT_WIDTH, _COUNT_WIDTH)),
    ]


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


def _pages(survey: Survey, pile: _Pile, sheet: Sheet) -> list[Flowable]:
    room = slip_room(_slip(survey, pile.team, ""), sheet)
    whole = Element("L", owner="List", attributes={"ListNumbering": "None"})
    story: list[Flowable] = [PageBreak(), heading(pile.title, 2, styles.HALF)]
    for start in range(0, len(pile.codes), room.slips):
        if start:
            story.append(PageBreak())
        given = pile.codes[start : start + room.slips]
        story.append(SlipGrid([_slip(survey, pile.team, code) for code in given], whole, room))
    return story


def _slip(survey: Survey, team: str, code: str) -> Slip:
    place = tr("{team}, {round}", team=team, round=survey.wave.name) if team else survey.wave.name
    todo = tr("Type it on the first page of the questionnaire.")
    check = tr("Check the three words there: the survey lead has told you which.")
    return Slip(
        title=tr("Team health survey"),
        organisation=survey.organisation.name,
        place=place,
        label=tr("Your code, which works once:"),
        code=clean(code),
        first=f"{todo} {check}",
        promise=f"{who_opens_parts(survey.custody)[0]} {storage_promise(survey.custody)[0]}",
    )
