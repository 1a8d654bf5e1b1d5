"""Whether a concern that several teams share is one by their averages alone, and how a report says so."""

from teamhealth.publication.area import Area
from teamhealth.publication.items_said import only_on_average
from teamhealth.publication.types import ItemWord
from teamhealth.texts.catalogue import tr


def on_average(area: Area, item_id: str) -> bool:
    """Return whether in a team that shares a concern fewer than half said so, or may have: its average does."""
    return any(
        result.item == item_id and result.word is ItemWord.CONCERN and only_on_average(result)
        for team in area.shown
        for result in team.items
    )


def by_average_text(area: Area, item_ids: list[str]) -> str:
    """Return what a team's concern goes by, where one of these is a concern on average alone; else ''."""
    if not any(on_average(area, each) for each in item_ids):
        return ""
    return tr("A concern goes by all answers of a team together: in some teams fewer than half said so, or may have.")
