"""'What you told us, what we will do': one page for the team, from its plan; its figures are attached as data."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures import palette
from teamhealth.figures.measured import action_words, status_words
from teamhealth.figures.paper_items import sign_figure
from teamhealth.publication.planned import Planned
from teamhealth.publication.types import ItemWord
from teamhealth.report import styles
from teamhealth.report.blocks import Backdrop, Column, Columns, tinted_box
from teamhealth.report.fonts import markup, strong
from teamhealth.report.keeping import kept_with_next
from teamhealth.report.metadata import Attachment
from teamhealth.report.pages import CONTENT_WIDTH, Document, Furniture, build
from teamhealth.report.paragraphs import TaggedParagraph, bullet_list, cell_text, heading, paragraph, rich_paragraph
from teamhealth.report.plan_annex import place_words, plan_metadata, plan_provenance, plan_title
from teamhealth.report.sheet import ORDINARY, Sheet
from teamhealth.report.tables import Cell, Look, table
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.survey.plan import Action, ActionState, ActionStatus, status_of
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date

_GAP = 22.0
_HALF = (CONTENT_WIDTH - _GAP) / 2
_BOX = Backdrop(palette.TEAL_TINT)
_CLOSE = Look(above=2, below=3, between=10, middle=False)
_CLOSEST = Look(above=1.4, below=2, between=10, middle=False)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the page tells: the plan, on which day, and what is attached."""

    planned: Planned
    today: date
    attachments: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class _Density:
    """How close the table stands, and in which type.

    Who and by when share a column where that keeps it to one page. Where it is ``run_in``, the place and 'Please note'
    have no lines of their own; where it is not ``listed``, concerns without an action are one sentence.
    """

    look: Look
    told: float
    who: float = 92.0
    when: float = 88.0
    joined: bool = False
    run_in: bool = False
    listed: bool = True
    concern: ParagraphStyle = styles.THEME_CELL
    cell: ParagraphStyle = styles.TIGHT
    quiet: ParagraphStyle = styles.QUIET_TIGHT
    note: ParagraphStyle = styles.NOTE
    thanks: ParagraphStyle = styles.BODY

    @property
    def widths(self) -> tuple[float, ...]:
        """The columns' widths: what will be done has what is left."""
        others = (self.who,) if self.joined else (self.who, self.when)
        return (self.told, CONTENT_WIDTH - self.told - sum(others), *others)


# Few rows are set larger, so that the page is not mostly blank; large print is large anyway.
_FEW = 7
_ROOMY = _Density(
    Look(above=11, below=13, between=14, middle=False),
    told=158.0,
    who=100.0,
    when=112.0,
    concern=styles.ROOMY_TOLD,
    cell=styles.ROOMY_CELL,
    quiet=styles.ROOMY_QUIET,
    note=styles.ROOMY_NOTE,
    thanks=styles.ROOMY_NOTE,
)
_DENSITIES = (
    _Density(Look(above=6, below=7, between=12, middle=False), told=168.0),
    _Density(_CLOSE, told=168.0),
    _Density(_CLOSE, told=176.0, joined=True),
    _Density(_CLOSEST, told=176.0, joined=True, run_in=True),
    # Lists come first: in a sentence one concern is harder to tell from the next.
    _Density(_CLOSE, told=168.0, listed=False),
    # Its last head keeps to one line.
    _Density(_CLOSEST, told=176.0, who=116.0, joined=True, run_in=True, listed=False),
    # For concerns that are long, as in other languages.
    _Density(_CLOSEST, told=226.0, who=152.0, joined=True, run_in=True, listed=False),
)


def write_plan_told(
    planned: Planned, path: Path, today: date, sheet: Sheet = ORDINARY, *, attachments: tuple[Attachment, ...] = ()
) -> None:
    """Write the team's page as tagged PDF, whole or not at all; FileUnwritable otherwise."""
    write_atomically(path, plan_told(planned, today, sheet, attachments=attachments))


def plan_told(
    planned: Planned, today: date, sheet: Sheet = ORDINARY, *, attachments: tuple[Attachment, ...] = ()
) -> bytes:
    """Return the same page as bytes; it runs on only where a plan of many actions leaves no room.

    It says how far each action is on the day ``today``.
    """
    facts, team = planned.publication.survey, planned.team.name
    title = tr("{team}: what you told us, what we will do, {round}", team=team, round=facts.wave.name)
    foot = tr("{team}: what you told us, what we will do", team=team)
    furniture = Furniture(facts.organisation.name, facts.title, foot)
    metadata = replace(plan_metadata(planned, title, "told"), attachments=attachments)
    told = _Told(planned, today, attachments)
    roomy = _rows_told(planned) <= _FEW and not sheet.large
    first, *closer = (_ROOMY, *_DENSITIES) if roomy else _DENSITIES
    best = build(_story(told, first), metadata, furniture, sheet)
    for density in closer:
        if best.pages == 1:
            break
        made = build(_story(told, density), metadata, furniture, sheet)
        if made.pages < best.pages if density.listed else _sheets(made) < _sheets(best):
            best = made
    return best.content


def _sheets(document: Document) -> int:
    """Return how many sheets a document takes, printed on both sides; a page alone is less than any sheet."""
    return 0 if document.pages == 1 else -(-document.pages // 2)


def _rows_told(planned: Planned) -> int:
    """Return how many rows the table has: one an action, and one a concern without any."""
    alone = [each for each in planned.concerns if each not in planned.said_together]
    answered = sum(max(len(planned.plan.answering(concern.item.id)), 1) for concern in alone)
    return answered + len(planned.other_actions)


def _story(page: _Told, density: _Density) -> list[Flowable]:
    planned, today = page.planned, page.today
    rows: list[list[Cell]] = []
    together = planned.said_together
    for concern in planned.concerns:
        if concern in together:
            continue
        told = TaggedParagraph(strong(concern.sentence), density.concern, glyph=sign_figure(ItemWord.CONCERN))
        rows += _rows(told, planned.plan.answering(concern.item.id), today, density)
    for action in planned.other_actions:
        rows.append(_row(cell_text(markup(tr("Also")), density.cell), action, today, density))
    words = _thanks(planned, today)
    title = tr("What you told us, what we will do")
    story: list[Flowable] = [*plan_title(title, planned), paragraph(words, density.thanks)]
    if density.run_in:
        place = tr("{place}.", place=place_words(planned))
        story = [heading(title, 1, styles.TITLE), paragraph(f"{place} {words}")]
    if rows:
        who = (tr("Who (role) · By when, how far"),) if density.joined else (tr("Who (role)"), tr("By when, how far"))
        heads = (tr("You told us"), tr("We will"), *who)
        head: list[Cell] = [cell_text(markup(each), styles.COLUMN_HEAD) for each in heads]
        story += [Spacer(1, 6), table([head, *rows], density.widths, density.look)]
    elif not together:
        story.append(paragraph(tr("No question is shown as a concern in these results, and no action is planned yet.")))
    if together:
        if rows:
            kept_with_next(story[-1])
        story += [kept_with_next(Spacer(1, 4)), *_also_told(planned, density, first=not rows)]
    story += [
        Spacer(1, 4 if density.run_in else 10),
        tinted_box(_promises(planned, density), CONTENT_WIDTH, _BOX, after=6),
    ]
    return [*story, paragraph(plan_provenance(planned, page.attachments), styles.QUIET_TIGHT)]


def _thanks(planned: Planned, today: date) -> str:
    """Return the thanks, and what follows unless the next words say that themselves; of actions as of which day."""
    if planned.plan.actions:
        day = long_date(today)
        return tr("Thank you for answering. Your answers lead to this, as of {day}.", day=day)
    if len(planned.said_together) == len(planned.concerns):
        return tr("Thank you for answering.")
    return tr("Thank you for answering. This is what you told us.")


def _also_told(planned: Planned, density: _Density, *, first: bool) -> list[Flowable]:
    """Return all concerns that nothing is planned for as one list, in one sentence only where room is lacking."""
    concerns, head = planned.said_together, tr("You told us:") if first else tr("You also told us:")
    if planned.later is not None:
        # Beside a later round nobody is to take these for what the team says now.
        wave = planned.publication.survey.wave.name
        head = tr("In {round} you told us:", round=wave) if first else tr("In {round} you also told us:", round=wave)
    none = tr("Nothing is planned for these yet. Tell us what would help.")
    if not density.listed:
        told = " · ".join(each.sentence for each in concerns)
        return [paragraph(tr("{head} {concerns} – {none}", head=head, concerns=told, none=none), density.note)]
    listed = bullet_list(
        [markup(each.sentence) for each in concerns],
        [sign_figure(ItemWord.CONCERN) for _ in concerns],
        styles.LIST_ITEM if density is _ROOMY else styles.LIST_ITEM_TIGHT,
    )
    half = (len(listed) + 1) // 2
    columns = (Column(tuple(listed[:half]), _HALF), Column(tuple(listed[half:]), _HALF))
    below = Columns(columns, gap=_GAP, keep_with_next=True)
    return [kept_with_next(paragraph(head, density.note)), below, paragraph(none, density.note)]


def _rows(told: Flowable, actions: Sequence[Action], today: date, density: _Density) -> list[list[Cell]]:
    if not actions:
        none = cell_text(markup(tr("Nothing is planned yet. Tell us what would help.")), density.quiet)
        return [[told, none, *(cell_text("–", density.quiet) for _ in density.widths[2:])]]
    first, *others = actions
    same = tr("The same")
    rows = [_row(told, first, today, density)]
    return rows + [_row(cell_text(markup(same), styles.QUIET_WORD), action, today, density) for action in others]


def _row(told: Flowable, action: Action, today: date, density: _Density) -> list[Cell]:
    when = _when(action, today)
    who = (tr("{owner} · {day}", owner=action.owner, day=when),) if density.joined else (action.owner, when)
    return [told, *(cell_text(markup(each), density.cell) for each in (action.what, *who))]


def _when(action: Action, today: date) -> str:
    """Return by when, and how far it is where it has begun or its day has passed: 'Done', '1 May 2027. Overdue'."""
    status = status_of(action, today)
    if status is ActionStatus.DONE:
        return status_words(status)
    day = long_date(action.due) if action.due else tr("no day set")
    if status is ActionStatus.NOT_STARTED:
        return day
    if action.state is ActionState.NOT_STARTED:
        return tr("{day}. {state}", day=day, state=status_words(status))
    return tr("{day}. {state}", day=day, state=action_words(action, today))


def _next_round(planned: Planned) -> str:
    """Return what is sure of a next round: nobody can promise one, and beside a later one there is one already."""
    if planned.later is not None:
        return tr("{round} has been published since.", round=planned.later.publication.survey.wave.name)
    if planned.concerns:
        return tr("A next round may ask about these again.")
    return tr("If there is a next round, please go on telling us.")


def _of_concerns(count: int) -> tuple[str, ...]:
    """Return that concerns are not ranked and are the team's, not each person's: their sentences say 'people'."""
    if count > 1:
        return (tr("The concerns are true on the whole, and not ranked."),)
    return (tr("The concern is true on the whole, not of everybody."),) if count else ()


def _promises(planned: Planned, density: _Density) -> list[Flowable]:
    sentences = (
        *_of_concerns(len(planned.concerns)),
        tr("Please do not guess who said what."),
        tr("Results are not used to judge or discipline anyone."),
        _next_round(planned),
    )
    words = " ".join(sentences)
    if density.run_in:
        lead = tr("Please note:")
        return [rich_paragraph(f"{strong(lead)} {markup(words)}", density.note)]
    return [heading(tr("Please note"), 2, styles.HALF), paragraph(words, density.note)]
