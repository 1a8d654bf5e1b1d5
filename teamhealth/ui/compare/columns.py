"""The columns of a comparison after team and answers: themes, or the items of one theme."""

from dataclasses import dataclass
from typing import Protocol

from teamhealth.figures.compared_sentences import cell_sentence, gap_sentence, item_cell_sentence
from teamhealth.figures.heat_cell import CellSize, gap_cell, is_range, item_cell, plain_cell
from teamhealth.figures.heat_map import row_cell
from teamhealth.figures.sentences import count_words
from teamhealth.figures.shapes import Figure
from teamhealth.publication.compared import Row, RowKind
from teamhealth.publication.compared_words import gap_title, gap_words, smallest_gap
from teamhealth.publication.share_spans import favourable_share_text, share_text
from teamhealth.publication.types import ItemResult, ItemWord
from teamhealth.publication.words import item_word_text
from teamhealth.survey.questionnaire import Domain, Item
from teamhealth.texts.catalogue import tr

_WORD_ORDER = {ItemWord.CONCERN: 0, ItemWord.MIXED: 1, ItemWord.STRENGTH: 2}


class Column(Protocol):
    """What a column shows of any row."""

    @property
    def title(self) -> str:
        """The header's words."""

    @property
    def domain(self) -> Domain:
        """The theme that the column is, or belongs to."""

    def number(self, row: Row) -> int | None:
        """Return what a shown team is sorted by; None where nothing is shown."""

    def sentence(self, row: Row) -> str:
        """Return the cell in words."""

    def figure(self, row: Row, size: CellSize) -> Figure:
        """Return the cell as it is drawn."""


@dataclass(frozen=True, slots=True)
class ThemeColumn:
    """A theme's scores."""

    domain: Domain

    @property
    def title(self) -> str:
        """The theme's title."""
        return self.domain.title

    def number(self, row: Row) -> int | None:
        """Return a shown team's score."""
        score = row.score(self.domain.id)
        return score.points if score is not None else None

    def sentence(self, row: Row) -> str:
        """Return the cell in words."""
        return cell_sentence(row, self.domain)

    def figure(self, row: Row, size: CellSize) -> Figure:
        """Return a heat cell for a team, a number for other rows, a hatch for what is not shown."""
        return row_cell(row, self.domain, size)


@dataclass(frozen=True, slots=True)
class GapColumn:
    """How large a team's gap has to be to show, over the themes beside it."""

    domains: tuple[Domain, ...]

    @property
    def title(self) -> str:
        """What the column is called."""
        return gap_title()

    @property
    def domain(self) -> Domain:
        """The first theme, which a cell opens."""
        return self.domains[0]

    def number(self, row: Row) -> int | None:
        """Return the smallest of a shown team's gaps."""
        return smallest_gap(row, self.domains)

    def sentence(self, row: Row) -> str:
        """Return the cell in words."""
        return gap_sentence(row, self.domains)

    def figure(self, row: Row, size: CellSize) -> Figure:
        """Return quiet words for a team, nothing for other rows."""
        drawn = gap_cell(self.words(row), size)
        return Figure(size.width, size.height, drawn.shapes, self.sentence(row))

    def words(self, row: Row) -> str:
        """Return '15 to 18' of a team, '' of other rows."""
        return gap_words(row, self.domains)


@dataclass(frozen=True, slots=True)
class ItemColumn:
    """An item's words and shares, as far as each team's answers allow."""

    domain: Domain
    item: Item

    @property
    def title(self) -> str:
        """The item's healthy label."""
        return self.item.label

    def number(self, row: Row) -> int | None:
        """Return the place of a shown team's word: concern, mixed, strength. Shares of so few would rank by chance."""
        result = self._result(row)
        return _WORD_ORDER[result.word] if result is not None and result.word is not None else None

    def sentence(self, row: Row) -> str:
        """Return the cell in words."""
        return item_cell_sentence(row, self.item, self._result(row))

    def figure(self, row: Row, size: CellSize) -> Figure:
        """Return a team's sign and word or share, an average's share, or a hatch."""
        words = self.sentence(row)
        if row.kind is RowKind.TEAM:
            return item_cell(self._result(row) or ItemResult(self.item.id, None), size, words)
        total = row.share(self.item.id)
        if total is None:
            return Figure(size.width, size.height, (), words)
        return plain_cell(share_text(total, row.spans.get(self.item.id)), size, words, strong=True)

    def words(self, row: Row) -> str:
        """Return a cell's words without whose they are: 'concern, 2 at most', '58%' of an average, or 'not shown'."""
        total = row.share(self.item.id)
        if total is not None:
            return favourable_share_text(total, row.spans.get(self.item.id))
        result = self._result(row)
        if result is None or result.word is None:
            return tr("not shown")
        counts = count_words(result)
        word = item_word_text(result.word)
        return tr("{word}: {counts}", word=word, counts=counts) if counts else word

    def shows_range(self, row: Row) -> bool:
        """Return whether a team's share is shown as lying between two."""
        result = self._result(row)
        return result is not None and result.word is not None and is_range(result)

    def _result(self, row: Row) -> ItemResult | None:
        results = row.team.items if row.team is not None else ()
        return next((each for each in results if each.item == self.item.id), None)
