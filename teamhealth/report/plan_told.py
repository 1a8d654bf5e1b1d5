"""'What you told us, what we will do': one page for the team, from its plan; no figure stands on it."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures import palette
from teamhealth.publication.planned import Planned
from teamhealth.publication.words import elsewhere_text
from teamhealth.report import styles
from teamhealth.report.blocks import Backdrop, tinted_box
from teamhealth.report.fonts import markup, strong
from teamhealth.report.pages import CONTENT_WIDTH, Furniture, build
from teamhealth.report.paragraphs import TaggedParagraph, cell_text, heading, paragraph
from teamhealth.report.plan_annex import plan_metadata, plan_title
from teamhealth.report.sheet import ORDINARY, Sheet
from teamhealth.report.tables import Cell, Look, table
from teamhealth.report.team_themes import domain_sign
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.survey.plan import Action, ActionState
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date

_WIDTHS = (168.0, CONTENT_WIDTH - 168.0 - 92.0 - 88.0, 92.0, 88.0)
_BOX = Backdrop(palette.TEAL_TINT)
_LOOKS = (
    Look(above=6, below=7, between=12, middle=False),
    Look(above=2, below=3, between=10, middle=False),
)


def write_plan_told(planned: Planned, path: Path, sheet: Sheet = ORDINARY) -> None:
    """Write the team's page as tagged PDF, whole or not at all; FileUnwritable otherwise."""
    write_atomically(path, plan_told(planned, sheet))


def plan_told(planned: Planned, sheet: Sheet = ORDINARY) -> bytes:
    """Return the same page as bytes; it runs on only where a plan of many actions leaves no room."""
    title = tr("{team}: what you told us, what we will do", team=planned.team.name)
    facts = planned.publication.survey
    furniture = Furniture(facts.organisation.name, facts.title, title)
    metadata = plan_metadata(planned, title, "told")
    documents = (build(_story(planned, look), metadata, furniture, sheet) for look in _LOOKS)
    for document in documents:
        content = document.content
        if document.pages == 1:
            break
    return content


def _story(planned: Planned, look: Look) -> list[Flowable]:
    rows: list[list[Cell]] = []
    for concern in planned.concerns:
        told = TaggedParagraph(strong(concern.item.concern), styles.THEME_CELL, glyph=domain_sign(concern.domain.id))
        rows += _rows(told, planned.plan.answering(concern.item.id))
    if planned.other_actions:
        rows += _rows(cell_text(markup(tr("Also"))), planned.other_actions)
    words = tr("Thank you for answering. This is what your answers lead to.")
    story: list[Flowable] = [*plan_title(tr("What you told us, what we will do"), planned), paragraph(words)]
    if planned.publication.survey.elsewhere:
        story.append(paragraph(elsewhere_text(), styles.QUIET))
    if rows:
        heads = (tr("You told us"), tr("We will"), tr("Who (role)"), tr("By when"))
        head: list[Cell] = [cell_text(markup(each), styles.COLUMN_HEAD) for each in heads]
        story += [Spacer(1, 6), table([head, *rows], _WIDTHS, look)]
    else:
        story.append(paragraph(tr("No item is a concern in these results, and no action is planned yet.")))
    return [*story, Spacer(1, 14), tinted_box(_promises(), CONTENT_WIDTH, _BOX)]


def _rows(told: Flowable, actions: Sequence[Action]) -> list[list[Cell]]:
    if not actions:
        none = cell_text(markup(tr("Nothing is planned yet. Tell us what would help.")), styles.QUIET_TIGHT)
        return [[told, none, cell_text("–", styles.QUIET_TIGHT), cell_text("–", styles.QUIET_TIGHT)]]
    first, *others = actions
    same = tr("The same")
    rows = [_row(told, first)]
    return rows + [_row(cell_text(markup(same), styles.QUIET_WORD), action) for action in others]


def _row(told: Flowable, action: Action) -> list[Cell]:
    day = long_date(action.due) if action.due else tr("no day set")
    when = tr("Done") if action.state is ActionState.DONE else day
    return [told, cell_text(markup(action.what)), cell_text(markup(action.owner)), cell_text(markup(when))]


def _promises() -> list[Flowable]:
    sentences = (
        tr("The concerns are in the order of the questions, not ranked."),
        tr("Please do not guess who said what."),
        tr("Results are not used to judge or discipline anyone."),
        tr("The next round shows how these have moved."),
    )
    return [heading(tr("What happens next"), 2, styles.HALF), paragraph(" ".join(sentences), styles.NOTE)]
