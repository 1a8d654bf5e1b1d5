"""Trends as tables of words: a row a round of each theme, or a row a team of one theme."""

from teamhealth.figures.compared_sentences import change_words, point_words
from teamhealth.publication.lines import Rounds, TeamLines
from teamhealth.publication.words import score_text
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr
from teamhealth.ui.results.table_rows import Table


def team_tables(team: TeamLines) -> tuple[Table, ...]:
    """Return a table a theme: round, score with its likely range, the service's average, what became of the team."""
    headers = (tr("Round"), tr("Score, 0 to 100"), tr("Service average"), tr("What else"))
    return tuple(
        Table(
            f"trend_{line.domain.id}",
            tr("{theme}. {change}", theme=line.domain.title, change=change_words(line)),
            headers,
            tuple(
                (name, point_words(point), score_text(point.service) if point.service else tr("none"), point.mark)
                for name, point in zip(line.rounds, line.points, strict=True)
            ),
        )
        for line in team.lines
    )


def theme_table(rounds: Rounds, domain: Domain) -> tuple[Table, ...]:
    """Return one table: a row a team, a column a round, and what the newest change was found to be."""
    headers = (tr("Team"), *(each.name for each in rounds.rounds), tr("Newest change"))
    rows = tuple(
        (team.name, *(point_words(point) for point in line.points), change_words(line))
        for team in rounds.teams
        if (line := team.line(domain.id)) is not None
    )
    return (Table(f"trends_{domain.id}", domain.title, headers, rows),)
