"""How well the questionnaire measured, for whoever leads surveys: the published figures as tables."""

from teamhealth.publication.quality_words import Row, quality_heads, quality_notes, question_rows, theme_row
from teamhealth.publication.types import Publication
from teamhealth.publication.words import elsewhere_text, find_domain
from teamhealth.texts.catalogue import tr
from teamhealth.ui.results.table_rows import Table
from teamhealth.ui.results.tables import TablesPage
from teamhealth.ui.theme import Theme
from teamhealth.ui.widgets.note import Note, NoteKind
from teamhealth.ui.widgets.page import Page
from teamhealth.ui.widgets.text import body


def quality_page(publication: Publication, theme: Theme | None = None) -> Page:
    """Return the page; its breadcrumb leads back to the council's results."""
    facts = publication.survey
    page = Page(
        tr("Quality of the questionnaire"),
        "quality_page",
        subtitle=facts.wave.name,
        crumb=facts.organisation.name,
        theme=theme,
    )
    if facts.elsewhere:
        page.body.addWidget(Note(NoteKind.WARNING, elsewhere_text(), "quality_elsewhere", theme=page.theme))
    page.body.addWidget(body(" ".join(quality_notes()), name="quality_notes", theme=page.theme))
    tables = TablesPage("quality_tables", page.title.text(), quality_tables(publication), page.theme, edge=False)
    page.body.addWidget(tables)
    page.body.addStretch(1)
    page.start_at(tables.views[0])
    page.lead_back_on_escape()
    return page


def quality_tables(publication: Publication) -> tuple[Table, ...]:
    """Return a table of the themes, and one of each theme's questions."""
    questionnaires = publication.survey.questionnaires
    themes, questions = quality_heads()
    rows = tuple(_filled(theme_row(each, questionnaires)) for each in publication.quality)
    found = [Table("quality_themes", tr("Themes"), themes, rows)]
    for each in publication.quality:
        title = find_domain(questionnaires, each.domain).title
        asked = tuple(_filled(row) for row in question_rows(each, questionnaires))
        found.append(Table(f"quality_{each.domain}", title, questions, asked))
    return tuple(table for table in found if table.rows)


def _filled(row: Row) -> Row:
    return tuple(cell or tr("none") for cell in row)
