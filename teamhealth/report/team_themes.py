"""The themes of a team as a table with a dot plot: score, likely range, change, and the other teams."""

from dataclasses import dataclass

from reportlab.platypus.flowables import Flowable

from teamhealth.figures import palette
from teamhealth.figures.glyphs import marker
from teamhealth.figures.paper_themes import ThemeScale, theme_axis, theme_head, theme_key, theme_row
from teamhealth.figures.sentences import comparison_words, is_brief
from teamhealth.figures.shapes import Figure
from teamhealth.publication.types import Cap, Comparison, DomainResult, Verdict
from teamhealth.publication.words import lean_of, score_text, span_text
from teamhealth.report import styles
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.fonts import SEMIBOLD, markup, strong
from teamhealth.report.keeping import kept_with_next
from teamhealth.report.pages import CONTENT_WIDTH
from teamhealth.report.paragraphs import TaggedParagraph, cell_text, heading, paragraph
from teamhealth.report.structure import Element
from teamhealth.report.subject import Subject
from teamhealth.report.tables import Cell, Look, table
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import capitalised, number_word

_NAME_WIDTH = 136.0
_SCORE_WIDTH = 58.0
# What was found runs on in two lines in one of these, the narrower the better: the rest is the plot's.
_COMPARISON_WIDTH, *_JOINED_WIDTHS = 104.0, 104.0, 108.0, 112.0, 116.0, 120.0
_AROUND_NAME, _AROUND_WORDS = 3.0, 1.0


@dataclass(frozen=True, slots=True)
class RowHeights:
    """How high a row is that says in two lines what was found, and one that may need three; in points.

    ``joined`` is whether a figure and what was found run on in one sentence, in wider columns, which saves a line.
    """

    calm: float
    tall: float
    joined: bool = False

    def higher(self, points: float) -> "RowHeights":
        """Return rows so many points higher."""
        return RowHeights(self.calm + points, self.tall + points, self.joined)


def domain_sign(domain_id: str) -> Figure:
    """Return a domain's sign as decoration beside its name."""
    return Figure(12, 12, (marker(domain_id, 6, 6, 9.5, palette.domain_colour(domain_id)),), "")


def themes_section(subject: Subject, room: RowHeights) -> list[Flowable]:
    """Return the heading, the table of themes and what its signs mean; nothing if no theme is scored."""
    pairs = subject.scored
    if not pairs:
        return [paragraph(tr("No theme of this survey is scored."))]
    changes = any(result.change is not None for _, result in pairs)
    others = any(result.rest is not None for _, result in pairs)
    earlier = _earlier(pairs) if changes else ""
    # Where all is told in two lines anyway, running on would only take room from the plot.
    joined = room.joined and any(_says_more(result) for _, result in pairs)
    found = [_found(subject, domain, result, earlier, others=others, joined=joined) for domain, result in pairs]
    wide = _wide(found, room.tall) if joined else _COMPARISON_WIDTH
    widths = [_NAME_WIDTH, 0.0, _SCORE_WIDTH, *[wide] * (changes + others)]
    widths[1] = CONTENT_WIDTH - sum(widths)
    scale = ThemeScale(widths[1], earlier, others)
    names = [name_cell(domain, lean_of(domain, result.score) if result.score else tr("not shown"))
             for domain, result in pairs]  # fmt: skip
    tops = [name_height(name, _NAME_WIDTH) + _AROUND_NAME for name in names]
    heights = [
        max(top, _row_height(result, room), *(_height(cell, widths[-1]) for cell in cells))
        for top, cells, (_, result) in zip(tops, found, pairs, strict=True)
    ]
    rows: list[list[Cell]] = [_heads(scale, changes=changes, others=others)]
    rows += [
        [name, PlacedFigure(theme_row(scale, domain, result, height)), score_cell(result), *cells]
        for name, (domain, result), height, cells in zip(names, pairs, heights, found, strict=True)
    ]
    look = Look(above=0, below=0, between=0, header_rule=palette.INK_2, row_heights=(20.0, *heights), last_together=2)
    head, rows_of_themes = heading(_title(len(pairs)), 2, styles.FRONT_SECTION), table(rows, widths, look)
    if not any(result.score for _, result in pairs):
        # There are no signs that an axis or a key could be of.
        return [head, rows_of_themes]
    return [
        head,
        kept_with_next(rows_of_themes),
        kept_with_next(PlacedFigure(theme_axis(scale, _NAME_WIDTH))),
        PlacedFigure(theme_key(scale, CONTENT_WIDTH, subject.beside)),
    ]


def _row_height(result: DomainResult, room: RowHeights) -> float:
    """Return how high a row is for what was found; a name that runs over two lines may need more."""
    return room.tall if _says_more(result) else room.calm


def _says_more(result: DomainResult) -> bool:
    """Return whether anything was found that takes more words than that it is within chance."""
    found = [result.change.comparison if result.change else None, result.rest]
    return any(each is not None and not is_brief(each) for each in found)


def _wide(found: list[list[Cell]], height: float) -> float:
    """Return the narrowest width of a column in which all that was found is no higher than a row, in points."""
    fits = (
        width for width in _JOINED_WIDTHS if all(_height(cell, width) <= height for cells in found for cell in cells)
    )
    return next(fits, _JOINED_WIDTHS[-1])


def _title(count: int) -> str:
    if count == 1:
        return tr("One theme")
    return tr("{number} themes", number=capitalised(number_word(count)))


def _earlier(pairs: tuple[tuple[Domain, DomainResult], ...]) -> str:
    return next((result.change.wave.name for _, result in pairs if result.change is not None), "")


def _heads(scale: ThemeScale, *, changes: bool, others: bool) -> list[Cell]:
    heads: list[Cell] = [
        cell_text(markup(tr("Theme")), styles.COLUMN_HEAD),
        PlacedFigure(theme_head(scale)),
        cell_text(markup(tr("Score")), styles.COLUMN_HEAD_CENTRED),
    ]
    if changes:
        heads.append(cell_text(markup(tr("Since {round}", round=scale.earlier)), styles.COLUMN_HEAD))
    if others:
        heads.append(cell_text(markup(tr("Beside other teams")), styles.COLUMN_HEAD))
    return heads


def name_cell(domain: Domain, words: str) -> tuple[TaggedParagraph, TaggedParagraph]:
    """Return a theme's name with its sign, and below it what it says, which may be of another language."""
    name = TaggedParagraph(strong(domain.title), styles.THEME_CELL, glyph=domain_sign(domain.id))
    return name, TaggedParagraph(f'<font color="{palette.INK_2}">{markup(words)}</font>', styles.THEME_CELL)


def name_height(cell: tuple[TaggedParagraph, TaggedParagraph], width: float) -> float:
    """Return how high a name and what stands below it are, in points."""
    return sum(each.wrap(width, 1000)[1] for each in cell)


def _height(cell: Cell, width: float) -> float:
    """Return how high a cell's words are in a column of a width, with the space to the rules, in points."""
    parts = [cell] if isinstance(cell, Flowable) else cell
    return sum(float(each.wrap(width, 1000)[1]) for each in parts) + _AROUND_WORDS


def _found(
    subject: Subject, domain: Domain, result: DomainResult, earlier: str, *, others: bool, joined: bool
) -> list[Cell]:
    """Return what was found beside the round before and beside the other teams."""
    cells: list[Cell] = []
    if earlier and result.change is None and result.score is not None and domain.id in subject.asked_anew:
        cells.append(cell_text(markup(tr("The questions changed")), styles.QUIET_CELL))
    elif earlier:
        comparison = result.change.comparison if result.change else None
        cells.append(comparison_cell(domain, result, comparison, _then(result, earlier), short=True, joined=joined))
    if others:
        words = tr("others {score}", score=score_text(result.rest.other)) if result.rest else ""
        cells.append(comparison_cell(domain, result, result.rest, words, short=True, joined=joined))
    return cells


def _then(result: DomainResult, earlier: str) -> str:
    """Return what a score was: 'then' in the round that the column is of, else in which."""
    if result.change is None:
        return ""
    score, name = score_text(result.change.comparison.other), result.change.wave.name
    return tr("{score} then", score=score) if name == earlier else tr("{score} in {round}", score=score, round=name)


def score_cell(result: DomainResult) -> list[TaggedParagraph]:
    """Return a score's number with its likely range below, or that it is not shown."""
    if result.score is None:
        return [cell_text(markup(tr("not shown")), styles.SCORE_RANGE)]
    exact = result.score.cap is Cap.EXACT
    parts = [cell_text(markup(score_text(result.score)), styles.SCORE if exact else styles.CAPPED_SCORE)]
    if result.likely is not None:
        # Seen, it lies below the score beside a bar of that length; heard, it would be two more numbers.
        spoken = Element("Span", spoken=tr("likely range {span}", span=span_text(result.likely)))
        parts.append(TaggedParagraph(markup(span_text(result.likely)), styles.SCORE_RANGE, elements=(spoken,)))
    return parts


def comparison_cell(
    domain: Domain,
    result: DomainResult,
    comparison: Comparison | None,
    words: str,
    *,
    short: bool = False,
    joined: bool = False,
) -> Cell:
    """Return what stands beside a score, and in its colour what was found; that it is not shown if there is none."""
    if comparison is None or result.score is None:
        return cell_text(markup(tr("not shown")), styles.QUIET_CELL)
    found = markup(comparison_words(domain, result.score, comparison, short=short))
    colours = {Verdict.ABOVE: palette.FAVOURABLE, Verdict.BELOW: palette.UNFAVOURABLE}
    if comparison.verdict in colours:
        found = f'<font name="{SEMIBOLD}" color="{colours[comparison.verdict]}">{found}</font>'
    else:
        found = f'<font color="{palette.INK_2}">{found}</font>'
    return cell_text(f"{strong(words)}{': ' if joined else ':<br/>'}{found}", styles.COMPARISON)
