"""Where somebody is in published results, as what shows the same again in another room."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from teamhealth.publication.types import Publication

if TYPE_CHECKING:
    from teamhealth.ui.results.room import ResultsRoom

Place = Callable[["ResultsRoom"], None]


def at_list(room: "ResultsRoom") -> None:
    """Show the list."""
    room.enter()


def at_team(publication: Publication, team_id: str) -> Place:
    """Return what shows a team of a publication."""
    return lambda room: room.show_publication(publication, team_id)


def at_team_of_area(publication: Publication, service_id: str | None, team_id: str) -> Place:
    """Return what shows a team that was chosen on the page of an area of service."""
    return lambda room: room.show_team_of_area(publication, service_id, team_id)


def at_area(publication: Publication, service_id: str | None) -> Place:
    """Return what shows an area of service, or with None the council."""
    return lambda room: room.show_area(publication, service_id)


def at_example(publication: Publication) -> Place:
    """Return what shows invented results."""
    return lambda room: room.show_example(publication)


def closer(place: Place, what: str) -> Place:
    """Return what shows a place and looks closer there at a theme, or at the comments."""

    def show(room: "ResultsRoom") -> None:
        room.look_closer_at(what)
        place(room)

    return show
