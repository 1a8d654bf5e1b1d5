"""Trends on paper: a team's themes over the rounds, or every theme of all teams as small multiples."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures import palette
from teamhealth.figures.compared_sentences import change_words, origin_words
from teamhealth.figures.trend import trend_panel
from teamhealth.figures.trend_key import signs_of, trend_key
from teamhealth.publication.lines import Line, Rounds, TeamLines
from teamhealth.publication.method_words import likely_range_text, no_change_found_text, true_change_text
from teamhealth.publication.moved import tested_verdicts
from teamhealth.publication.taken_part import fingerprint_of, is_from_part
from teamhealth.publication.trend_headline import few_rounds_words, trends_headline
from teamhealth.publication.types import Publication, Verdict
from teamhealth.publication.words import elsewhere_text
from teamhealth.report import styles
from teamhealth.report.blocks import Backdrop, Column, Columns, tinted_box
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.fonts import markup, strong
from teamhealth.report.keeping import kept_together
from teamhealth.report.metadata import Attachments
from teamhealth.report.pages import CONTENT_WIDTH, Furniture, build
from teamhealth.report.paragraphs import heading, paragraph, rich_paragraph
from teamhealth.report.provenance import attached_words, grouped
from teamhealth.report.sheet import ORDINARY, Sheet
from teamhealth.report.survey_metadata import metadata_of_survey
from teamhealth.report.team_themes import domain_sign
from teamhealth.report.title import title_beside
from teamhealth.report.trend_figures import figures_of
from teamhealth.report.trends_of_all import all_teams, ever_shown, panels_tell
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.texts.catalogue import tr
from teamhealth.texts.lists import and_list

_HEADLINE_BOX = Backdrop(palette.RAIL, padding=16, padding_above=9)
_NOTE_BOX = Backdrop(palette.WARNING_TINT)
_GAP = 14.0
_HALF = (CONTENT_WIDTH - _GAP) / 2
_PANEL_HEIGHT = 122.0
# More are those of rounds that were published team by team. So many digits tell results apart.
_MOST_FINGERPRINTS, _BEGINNING = 12, 16


def write_trends(
    rounds: Rounds, team_id: str | None, path: Path, sheet: Sheet = ORDINARY, attachments: Attachments = ()
) -> None:
    """Write trends as tagged PDF, whole or not at all.

    Parameters
    ----------
    rounds : Rounds
        An organisation's rounds, twelve at most.
    team_id : str or None
        A team, or None for all teams.
    path : Path
        The file; its folder must exist.
    sheet : Sheet
        Ordinary or large print.
    attachments : tuple of Attachment
        The figures as data.

    Raises
    ------
    KeyError
        If no round has the team.
    FileUnwritable
        If the file cannot be written.
    """
    write_atomically(path, trends(rounds, team_id, sheet, attachments))


def trends(rounds: Rounds, team_id: str | None = None, sheet: Sheet = ORDINARY, attachments: Attachments = ()) -> bytes:
    """Return the same document as bytes: the same for the same publications, on every machine."""
    team = rounds.lines(team_id) if team_id is not None else None
    place = team.name if team is not None else rounds.name
    newest = rounds.rounds[-1].publications[-1].survey
    fingerprint = _fingerprint(rounds)
    metadata = metadata_of_survey(
        newest,
        tr("{place}: trends, {round}", place=place, round=newest.wave.name),
        f"trends {team_id or ''} {fingerprint}",
        attachments,
    )
    furniture = Furniture(newest.organisation.name, newest.title, tr("{place}: trends", place=place))
    return build(trends_section(rounds, team, attachments, sheet), metadata, furniture, sheet).content


def trends_section(
    rounds: Rounds, team: TeamLines | None = None, attachments: Attachments = (), sheet: Sheet = ORDINARY
) -> list[Flowable]:
    """Return a team's lines, or with None those of all teams, for a document of its own or as part of another."""
    place = team.name if team is not None else rounds.name
    told = team is not None or any(ever_shown(each) for each in rounds.teams)
    followed = [team] if team is not None else list(rounds.teams)
    panels = panels_tell(rounds)
    cautions = _cautions(followed, several=team is None, panels=panels) if told else []
    made_of = _made_of(rounds, attachments)
    title = title_beside(tr("Trends"), f"{place}, {_span(rounds)}")
    first = [*title, _headline(rounds, team), *_introduction(rounds, team)]
    if team is not None:
        figures, tables = _panels(team) if panels else [], figures_of(team)
    else:
        figures, tables = list(all_teams(rounds, first, sheet)), []
    # What is to be kept in mind stands with the last figures.
    body = [*figures[:-1], *kept_together([*figures[-1:], *cautions]), *made_of, *tables]
    return [*first, *body]


def _headline(rounds: Rounds, team: TeamLines | None) -> Flowable:
    found = trends_headline(rounds, team)
    words = f"{strong(found.lead)} {markup(found.rest)}".strip()
    return tinted_box([rich_paragraph(words, styles.HEADLINE)], CONTENT_WIDTH, _HEADLINE_BOX, after=8)


def _panels(team: TeamLines) -> list[Flowable]:
    """Return a team's panels, two beside each other."""
    story: list[Flowable] = [
        PlacedFigure(trend_key(CONTENT_WIDTH, team.name, signs_of(team.lines))),
        Spacer(1, 6),
    ]
    for start in range(0, len(team.lines), 2):
        pair = team.lines[start : start + 2]
        columns = [Column(tuple(_panel(team, line)), _HALF) for line in pair]
        story.append(Columns(columns, gap=_GAP, after=8, level=True))
    return story


def _panel(team: TeamLines, line: Line) -> Iterator[Flowable]:
    sign = domain_sign(line.domain.id)
    over = tr("{theme} over the rounds", theme=line.domain.title)
    yield heading(line.domain.title, 2, styles.THEME_HEADING, glyph=sign, bookmark=over)
    yield paragraph(change_words(line), styles.QUIET_TIGHT)
    for mark in dict.fromkeys(point.mark for point in line.points if point.mark):
        yield paragraph(mark, styles.QUIET_TIGHT)
    yield PlacedFigure(trend_panel(team.name, line, _HALF, _PANEL_HEIGHT))


def _introduction(rounds: Rounds, team: TeamLines | None) -> Iterator[Flowable]:
    count = len(rounds.rounds)
    followed = rounds.teams if team is None else (team,)
    few = few_rounds_words(count, [line for each in followed for line in each.lines])
    if few:
        yield paragraph(few)
    never = [] if team is not None else [each.name for each in rounds.teams if not ever_shown(each)]
    if len(never) < len(rounds.teams):
        same = tr("Every panel runs from 0 to 100, and higher is healthier. The people in each round may differ.")
        lone = tr("Scores run from 0 to 100, and higher is healthier.")
        yield paragraph(same if panels_tell(rounds) else lone)
    if never:
        several = tr("Not shown in any round, as too few answers, or none, came in: {teams}.", teams=and_list(never))
        one = tr("Not shown, as too few answers, or none, came in: {teams}.", teams=and_list(never))
        yield paragraph(several if count > 1 else one, styles.QUIET)
    formed = origin_words(rounds.teams) if team is None else ()
    if formed:
        yield paragraph(" ".join(formed), styles.QUIET)


def _cautions(teams: Sequence[TeamLines], *, several: bool, panels: bool) -> list[Flowable]:
    """Return what is to be kept in mind of these teams' lines, as far as the page holds tests, lines and ranges."""
    lines = [line for team in teams for line in team.lines]
    verdicts = tested_verdicts(lines)
    words = []
    if verdicts:
        words.append(true_change_text())
        if several:
            words.append(
                tr("Each team is tested by itself: of twenty in which nothing changed, chance alone flags one.")
            )
    if panels:
        words.append(tr("A round without a score is a gap, and no line is drawn across it."))
    # The table of all teams in one round has scores alone.
    if (panels or not several) and any(point.likely is not None for line in lines for point in line.points):
        words.append(likely_range_text())
    if not words:
        return []
    said = markup(" ".join(words))
    if Verdict.WITHIN_CHANCE in verdicts:
        # Panels of all teams say nothing where no change was found, and of one round there are none.
        one = tr("‘Within chance’ does not mean that nothing changed.")
        said = f"{strong(one if panels and not several else no_change_found_text())} {said}"
    return [Spacer(1, 10), tinted_box([rich_paragraph(said, styles.NOTE)], CONTENT_WIDTH, _NOTE_BOX)]


def _made_of(rounds: Rounds, attachments: Attachments) -> list[Flowable]:
    made = [tr("Made from the results of {rounds}.", rounds=_span(rounds)), *_known_by(rounds)]
    if any(is_from_part(each) for each in rounds.publications):
        made.append(tr("Some of it was read from single teams’ parts of the published figures."))
    if rounds.elsewhere:
        made.append(elsewhere_text())
    return [Spacer(1, 6), paragraph(" ".join((*made, *attached_words(attachments))), styles.QUIET)]


def _known_by(rounds: Rounds) -> tuple[str, ...]:
    """Return by which fingerprints the results are known: of several rounds how each begins, for room and for ears."""
    found = [(each.name, digits) for each in rounds.rounds for digits in _fingerprints(each.publications)]
    if len(found) > _MOST_FINGERPRINTS:
        together = tr("Fingerprint of these rounds together: {hash}.", hash=grouped(_fingerprint(rounds)))
        return together, tr("Trends with the same fingerprint are made from the same results.")
    if len(found) > 1:
        begun = [tr("{round}: {hash}", round=name, hash=grouped(digits[:_BEGINNING])) for name, digits in found]
        return (tr("In these rounds’ reports, each fingerprint begins so: {begun}.", begun="; ".join(begun)),)
    [(_, alone)] = found
    return (tr("Fingerprint of the published figures: {hash}.", hash=grouped(alone)),)


def _fingerprints(publications: Sequence[Publication]) -> list[str]:
    """Return a round's fingerprints, each once: of single teams' parts that of the whole."""
    return list(dict.fromkeys(fingerprint_of(each) for each in publications))


def _span(rounds: Rounds) -> str:
    first, last = rounds.rounds[0].name, rounds.rounds[-1].name
    return last if len(rounds.rounds) == 1 else tr("{first} to {last}", first=first, last=last)


def _fingerprint(rounds: Rounds) -> str:
    """Return one hash of the rounds' publications, in their order; a part stands for its whole."""
    whole = "\n".join(fingerprint_of(each) for each in rounds.publications)
    return hashlib.sha256(whole.encode()).hexdigest()
