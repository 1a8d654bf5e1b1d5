"""The bookmarks of a document: its headings as a tree, each leading to its place on a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from teamhealth.report.dated_document import DatedDocument
from teamhealth.report.pdf_objects import array, dictionary, reference, text_string


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading: its words, 0 for the document's title, the number of its page's object, and its top there."""

    title: str
    level: int
    page: int
    top: float


def write_outline(document: DatedDocument, bookmarks: Sequence[Bookmark]) -> int:
    """Write bookmarks, in reading order, as a tree of which all is open; return the number of its root."""
    root = document.file.new_number()
    numbers = [document.file.new_number() for _ in bookmarks]
    parents = _parents(bookmarks)
    own: list[dict[str, str]] = [{"Title": text_string(each.title).syntax} for each in bookmarks]
    # The root is the last of all, where the index -1 finds it.
    own.append({"Type": "/Outlines"})
    place = [reference(each) for each in (*numbers, root)]
    below, last = [0] * len(place), [-1] * len(place)
    for index, (bookmark, parent) in enumerate(zip(bookmarks, parents, strict=True)):
        own[index]["Parent"] = place[parent]
        own[index]["Dest"] = array((reference(bookmark.page), "/XYZ", "null", f"{bookmark.top:.2f}", "null"))
        if "Last" in own[parent]:
            own[index]["Prev"] = own[parent]["Last"]
            own[last[parent]]["Next"] = place[index]
        own[parent].setdefault("First", place[index])
        own[parent]["Last"], last[parent] = place[index], index
    for index in reversed(range(len(bookmarks))):
        below[parents[index]] += 1 + below[index]
    for number, entries, count in zip((*numbers, root), own, below, strict=True):
        document.file.write(number, dictionary(entries | ({"Count": str(count)} if count else {})).encode("ascii"))
    return root


def _parents(bookmarks: Sequence[Bookmark]) -> list[int]:
    """Return for each bookmark which is the last before it of a lower level; -1 for the root."""
    open_ones: list[int] = []
    parents = []
    for index, bookmark in enumerate(bookmarks):
        while open_ones and bookmarks[open_ones[-1]].level >= bookmark.level:
            open_ones.pop()
        parents.append(open_ones[-1] if open_ones else -1)
        open_ones.append(index)
    return parents
