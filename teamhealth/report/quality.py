"""The section on how well the questionnaire measured, for a document about a whole council."""

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from teamhealth.publication.quality_words import Row, quality_heads, quality_notes, question_rows, theme_row
from teamhealth.publication.types import Publication
from teamhealth.publication.words import find_domain
from teamhealth.report import styles
from teamhealth.report.fonts import markup
from teamhealth.report.paragraphs import cell_text, heading, paragraph
from teamhealth.report.tables import table
from teamhealth.texts.catalogue import tr

# Of a table's width, its first column: names are longer than figures, and questions' than themes'.
_THEME, _QUESTION = 0.22, 0.28


def quality_section(publication: Publication, width: float) -> list[Flowable]:
    """Return the section on the questionnaire's quality; empty where a publication holds none, as a part does.

    Parameters
    ----------
    publication : Publication
        Of the whole council.
    width : float
        Of the tables, in points.
    """
    if not publication.quality:
        return []
    questionnaires = publication.survey.questionnaires
    themes, questions = quality_heads()
    story: list[Flowable] = [heading(tr("Quality of the questionnaire"), 2), paragraph(" ".join(quality_notes()))]
    story.append(_table(themes, [theme_row(each, questionnaires) for each in publication.quality], width, _THEME))
    for each in publication.quality:
        rows = question_rows(each, questionnaires)
        if rows:
            story.append(heading(find_domain(questionnaires, each.domain).title, 3))
            story.append(_table(questions, rows, width, _QUESTION))
    return story


def _table(heads: Row, rows: Sequence[Row], width: float, first: float) -> Flowable:
    cells = [[cell_text(markup(each), styles.SMALL_HEAD) for each in heads]]
    cells += [[cell_text(markup(each or "–")) for each in row] for row in rows]
    other = (1 - first) * width / (len(heads) - 1)
    return table(cells, [first * width, *[other] * (len(heads) - 1)])
