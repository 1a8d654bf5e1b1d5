"""What the list of results says of each survey: its teams, hidden ones last by name, and its areas of service."""

from collections.abc import Sequence

from teamhealth.publication.compared_words import came_in_words
from teamhealth.services.results import PublishedSurvey, PublishedTeam
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.dates import long_date
from teamhealth.texts.name_order import name_order
from teamhealth.ui.results.results_page import OlderRow, PublishedArea, PublishedRow


def team_rows(surveys: Sequence[PublishedSurvey]) -> tuple[PublishedRow, ...]:
    """Return a row a team; of each survey the shown ones as it lists them, then the others from A to Z."""
    return tuple(
        PublishedRow(
            survey.id,
            survey.title,
            survey.round_name,
            team.id,
            team.name,
            _detail(team),
            team.shown,
            survey.from_file,
        )
        for survey in surveys
        for team in (*(each for each in survey.teams if each.shown), *sorted(_hidden(survey), key=_by_name))
    )


def older_rows(surveys: Sequence[PublishedSurvey]) -> tuple[OlderRow, ...]:
    """Return a row for each survey whose results an earlier version made."""
    return tuple(
        OlderRow(survey.id, survey.title, tr("Published {day}", day=long_date(survey.published)))
        for survey in surveys
        if survey.older
    )


def area_rows(surveys: Sequence[PublishedSurvey]) -> tuple[PublishedArea, ...]:
    """Return a row for the council and each area of service, of surveys of several teams."""
    return tuple(
        PublishedArea(survey.id, area.service, area.name, _shown_words(area.shown))
        for survey in surveys
        for area in survey.areas
    )


def _hidden(survey: PublishedSurvey) -> list[PublishedTeam]:
    return [each for each in survey.teams if not each.shown]


def _by_name(team: PublishedTeam) -> tuple[tuple[str, int], ...]:
    return name_order(team.name)


def _shown_words(shown: int) -> str:
    return trn("{count} team shown", "{count} teams shown", shown) if shown else tr("No team is shown by itself")


def _detail(team: PublishedTeam) -> str:
    if team.waiting and not team.shown:
        return tr("Not published yet: what came later is in Sealed returns")
    if not team.shown or team.answered is None:
        return came_in_words(team.needed)
    words = trn(
        "{count} of {headcount} person answered",
        "{count} of {headcount} people answered",
        team.answered,
        headcount=team.headcount,
    )
    later = tr("published later, by itself")
    return f"{words} · {later}" if team.late else words
