"""A contents page: a line a chapter, which leads there and says on which page it begins."""

from contextlib import ExitStack

from reportlab.lib.colors import HexColor
from reportlab.platypus.flowables import Flowable

from teamhealth.figures import palette
from teamhealth.report import styles
from teamhealth.report.fonts import markup
from teamhealth.report.paragraphs import TaggedParagraph
from teamhealth.report.structure import Element


class ChapterStart(Flowable):
    """Says that a chapter begins on the page that it falls on; draws nothing."""

    def __init__(self, key: str, title: str) -> None:
        super().__init__()
        self._key = key
        self._title = title

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return no size."""
        self.width, self.height = 0.0, 0.0
        return self.width, self.height

    def draw(self) -> None:
        """Tell the canvas."""
        self.canv.begin_chapter(self._key, self._title)


class ContentsLine(TaggedParagraph):
    """A chapter's title and, at the right, its page; a press on either leads there."""

    def __init__(self, contents: Element, key: str, title: str) -> None:
        path = (contents, Element("TOCI"), Element("Link"))
        super().__init__(markup(title), styles.CONTENTS, elements=path)
        self._path = path
        self._key = key
        self._words = title

    def split(self, _width: float, _height: float) -> list[TaggedParagraph]:
        """Keep the line whole."""
        return []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size, and remember the width that was given."""
        self._across = width
        size: tuple[float, float] = super().wrap(width, height)
        return size

    def draw(self) -> None:
        """Draw the title, the page's number and the area that can be pressed."""
        super().draw()
        canvas = self.canv
        with canvas.artifact():
            canvas.setStrokeColor(HexColor(palette.LINE))
            canvas.setLineWidth(0.6)
            canvas.line(0, -2, self._across, -2)
        with ExitStack() as stack:
            for element in self._path:
                stack.enter_context(canvas.within(element))
            with canvas.content():
                canvas.saveState()
                canvas.translate(self._across, self.height - styles.CONTENTS.fontSize)
                canvas.page_number_of(self._key, styles.CONTENTS.fontSize)
                canvas.restoreState()
            canvas.link_to(self._key, self._words, canvas.box_on_page(self._across, self.height))


def contents_lines(chapters: list[tuple[str, str]]) -> list[Flowable]:
    """Return the lines of a contents page, given each chapter's key and title in order."""
    contents = Element("TOC")
    return [ContentsLine(contents, key, title) for key, title in chapters]
