"""The results files that are open in a window: in all its rooms, until they are closed; nothing of them is stored."""

from collections.abc import Sequence

from teamhealth.publication.types import Publication
from teamhealth.services.rounds import together


class OpenedResults:
    """Which publications were read from files; a room asks for them whenever it is shown."""

    def __init__(self) -> None:
        self._all: tuple[Publication, ...] = ()
        self._last: Publication | None = None
        self._looked_at: tuple[str, str] | None = None

    @property
    def all(self) -> tuple[Publication, ...]:
        """Every publication that is open, in the order in which they were opened."""
        return self._all

    @property
    def last(self) -> Publication | None:
        """What was opened last: of several files the newest results of several teams."""
        return self._last

    @property
    def names(self) -> frozenset[str]:
        """What the teams and services of all that is open are called."""
        teams = frozenset(team.name for each in self._all for team in each.teams)
        return teams | {service.name for each in self._all for service in each.services}

    @property
    def looked_at(self) -> tuple[str, str] | None:
        """The organisation and the team that was worked on last, stored or from a file."""
        return self._looked_at

    def look_at(self, publication: Publication, team_id: str) -> None:
        """Know the team that is worked on now, for rooms that follow it."""
        self._looked_at = publication.survey.organisation.id, team_id

    def add(self, found: Sequence[Publication]) -> None:
        """Let publications stand beside those that are open; what is known already counts once."""
        self._all = together(self._all, found)
        self._last = max(found, key=_how_new, default=self._last)

    def close(self, survey_id: str) -> None:
        """Close whatever was opened of a survey."""
        self._all = tuple(each for each in self._all if each.survey.id != survey_id)
        if self._last not in self._all:
            self._last = None


def _how_new(publication: Publication) -> tuple[bool, str]:
    return len(publication.teams) > 1, publication.survey.published.isoformat()
