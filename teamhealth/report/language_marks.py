"""How a paragraph's text marks itself as it turns from one language to another: a span for each other language."""

from collections.abc import Iterator
from contextlib import contextmanager

from teamhealth.report.structure import Element, StructureTree


class LanguageMarks:
    """Gives the operators that begin and end marks inside a text; none unless the text is to turn.

    A mark begins and ends between the same two operators that hold a text, which is why the text writes it.
    """

    def __init__(self, tree: StructureTree) -> None:
        self._tree = tree
        self._turning = False
        self._turned: str | None = None

    @contextmanager
    def turning(self) -> Iterator[None]:
        """Let the text that is drawn mark itself."""
        self._turning = True
        try:
            yield
        finally:
            self._turning = False

    def turned(self, language: str) -> list[str]:
        """Return what marks text of a language from here on, '' for the document's; nothing if it is marked so."""
        if not self._turning or language == self._turned:
            return []
        ended = self.ended()
        self._turned = language
        if not language:
            return [*ended, f"/{self._tree.role} <</MCID {self._tree.mark()}>> BDC"]
        with self._tree.within(Element("Span", language=language)):
            return [*ended, f"/Span <</MCID {self._tree.mark()}>> BDC"]

    def ended(self) -> list[str]:
        """Return what ends the mark that a text has begun, if any."""
        ended = ["EMC"] if self._turned is not None else []
        self._turned = None
        return ended
