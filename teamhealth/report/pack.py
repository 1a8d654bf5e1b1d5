"""The pack of a round: cover, contents, comparison, trends, every shown team's report and the areas' reports."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from reportlab.platypus.flowables import CondPageBreak, Flowable, Spacer

from teamhealth.figures import palette
from teamhealth.publication.area import Area
from teamhealth.publication.compared import compare
from teamhealth.publication.lines import FEWEST_ROUNDS, Rounds
from teamhealth.publication.types import Publication
from teamhealth.report import styles
from teamhealth.report.area import AreaBeside, area_story
from teamhealth.report.area_front import area_kind
from teamhealth.report.blocks import Backdrop, tinted_box
from teamhealth.report.canvas import TaggedCanvas
from teamhealth.report.comparison import comparison_method, comparison_section
from teamhealth.report.contents import ChapterStart, contents_lines
from teamhealth.report.evidence import Evidence
from teamhealth.report.metadata import Attachment
from teamhealth.report.pages import CONTENT_WIDTH, Furniture, build_in_parts, content_height, room_left
from teamhealth.report.paragraphs import heading, paragraph
from teamhealth.report.provenance import provenance_words
from teamhealth.report.sheet import ORDINARY, Sheet
from teamhealth.report.subject import subject_of
from teamhealth.report.survey_metadata import metadata_of_survey
from teamhealth.report.team import team_story
from teamhealth.report.trends import trends_section
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.dates import long_date

_COVER = Backdrop(palette.RAIL, padding=28, padding_above=34)
# Where what is said below it would not fit the lower sheet of large print.
_LOW_COVER = Backdrop(palette.RAIL, padding=28, padding_above=20)
_NOTE_BOX = Backdrop(palette.TEAL_TINT)
_BELOW = 16.0


@dataclass(frozen=True, slots=True)
class Pack:
    """What a pack is made from.

    Parameters
    ----------
    publication : Publication
        The round, whole.
    fingerprint : str
        Its hash.
    rounds : Rounds
        This round and those before, of the same organisation.
    areas : tuple of pairs of Area and AreaBeside
        The areas of service that have a report here, and the council.
    evidence : Evidence
        What sources say, for the teams' reports.
    attachments : tuple of Attachment
        The figures as data.
    """

    publication: Publication
    fingerprint: str
    rounds: Rounds
    areas: tuple[tuple[Area, AreaBeside], ...]
    evidence: Evidence
    attachments: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A chapter: its key, its title, and what makes its story when its turn has come."""

    key: str
    title: str
    make: Callable[[], list[Flowable]]


def draw_pack(made_from: Pack, begun: Callable[[int, int], None], target: BinaryIO, sheet: Sheet = ORDINARY) -> None:
    """Write a pack as tagged PDF, page by page: the same bytes for the same publications, on every machine.

    Parameters
    ----------
    made_from : Pack
        The figures and what stands beside them.
    begun : callable
        Told before each chapter how many are done, and of how many; what it raises ends the making.
    target : BinaryIO
        Where the document grows.
    sheet : Sheet
        Ordinary or large print.
    """
    facts = made_from.publication.survey
    title = tr("{place}: all reports, {round}", place=facts.organisation.name, round=facts.wave.name)
    metadata = metadata_of_survey(facts, title, f"pack {made_from.fingerprint}", made_from.attachments)
    furniture = _ChapterFurniture(facts.organisation.name, facts.title)
    build_in_parts(_parts(made_from, begun, sheet), target, metadata, furniture, sheet)


@dataclass(frozen=True, slots=True)
class _ChapterFurniture:
    """Header and footer that name the chapter which a page belongs to."""

    organisation: str
    survey: str

    def __call__(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Draw a page's header and footer."""
        title = canvas.chapter_on(page) or tr("All reports of a round")
        Furniture(self.organisation, self.survey, title)(canvas, page, pages)


def _parts(made_from: Pack, begun: Callable[[int, int], None], sheet: Sheet) -> Iterator[list[Flowable]]:
    chapters = tuple(_chapters(made_from, sheet))
    fresh = content_height(sheet)
    yield _first_pages(made_from, [(each.key, each.title) for each in chapters], sheet)
    for number, chapter in enumerate(chapters):
        begun(number, len(chapters))
        yield [CondPageBreak(fresh), ChapterStart(chapter.key, chapter.title), *chapter.make()]
    begun(len(chapters), len(chapters))


def _chapters(made_from: Pack, sheet: Sheet) -> Iterator[_Chapter]:
    publication, rounds = made_from.publication, made_from.rounds
    compared = compare(publication)
    method = comparison_method(compared, made_from.fingerprint)
    yield _Chapter("comparison", tr("Teams compared"), lambda: [*comparison_section(compared, sheet=sheet), *method])
    if len(rounds.rounds) >= FEWEST_ROUNDS:
        yield _Chapter("trends", tr("Trends"), lambda: trends_section(rounds, sheet=sheet))
    for service in publication.services:
        for team in service.teams:
            if team.shown:
                yield _Chapter(f"team-{team.id}", tr("{team}: team report", team=team.name),
                               _team_maker(made_from, team.id, sheet))  # fmt: skip
    for area, beside in made_from.areas:
        title = tr("{area}: {kind}", area=area.name, kind=area_kind(area))
        yield _Chapter(f"area-{area.service or 'council'}", title, _area_maker(area, beside, sheet))


def _team_maker(made_from: Pack, team_id: str, sheet: Sheet) -> Callable[[], list[Flowable]]:
    def make() -> list[Flowable]:
        subject = subject_of(made_from.publication, team_id, made_from.fingerprint, made_from.rounds)
        return team_story(subject, made_from.evidence, sheet)

    return make


def _area_maker(area: Area, beside: AreaBeside, sheet: Sheet) -> Callable[[], list[Flowable]]:
    def make() -> list[Flowable]:
        return area_story(area, beside, sheet)

    return make


def _first_pages(made_from: Pack, chapters: list[tuple[str, str]], sheet: Sheet) -> list[Flowable]:
    """Return cover and contents: few chapters stand on the cover, many on a page of their own."""
    cover, notes = _cover(made_from, sheet), _notes(made_from)
    contents: list[Flowable] = [heading(tr("Contents"), 2, styles.SECTION), *contents_lines(chapters)]
    if room_left([*cover, *notes, *contents], sheet) >= 0:
        return [*cover, *notes, *contents]
    apart = CondPageBreak(content_height(sheet))
    # In large print the contents of few chapters leave most of their page, so that the notes follow there.
    if sheet.large and room_left([*contents, Spacer(1, _BELOW), *notes], sheet) >= 0:
        return [*cover, apart, *contents, Spacer(1, _BELOW), *notes]
    if sheet.large and room_left([*cover, *notes], sheet) < 0:
        cover = _cover(made_from, sheet, low=True)
    return [*cover, *notes, apart, *contents]


def _cover(made_from: Pack, sheet: Sheet, *, low: bool = False) -> list[Flowable]:
    """Return the cover; ``low`` is whether little is to stand between its lines."""
    publication = made_from.publication
    facts = publication.survey
    shown = sum(team.shown for team in publication.teams)
    words = trn("{count} team is shown by itself.", "{count} teams are shown by themselves.", shown)
    title = tr("All reports, {round}", round=facts.wave.name)
    panel = [
        heading(facts.organisation.name, 1, styles.COVER_TITLE, bookmark=title),
        Spacer(1, 10),
        paragraph(title, styles.COVER_ROUND),
    ]
    return [
        # In large print the sheet is lower, and the cover stays one page.
        *(() if sheet.large else (Spacer(1, 60),)),
        tinted_box(panel, CONTENT_WIDTH, _LOW_COVER if low else _COVER, after=12 if low else 18),
        paragraph(tr("{survey}. Published on {day}.", survey=facts.title, day=long_date(facts.published))),
        paragraph(words if shown else tr("No team is shown by itself.")),
        Spacer(1, 8),
    ]


def _notes(made_from: Pack) -> list[Flowable]:
    """Return whose the reports are, and by which hash their figures are known."""
    shown = [team for team in made_from.publication.teams if team.shown]
    told = any(each.comments for team in shown for each in team.comments)
    every = tr("This pack holds the report of every team that is shown.")
    if told:
        every = tr("This pack holds the report of every team that is shown, comments word for word among them.")
    theirs = tr("A team’s report is the team’s to share: hand on what a reader needs, and no more.")
    note = (
        *((every, theirs) if shown else ()),
        tr("Use it to start conversations, never to judge or discipline anyone."),
    )
    return [
        tinted_box([paragraph(" ".join(note), styles.NOTE)], CONTENT_WIDTH, _NOTE_BOX, after=14),
        paragraph(provenance_words(made_from.fingerprint, made_from.attachments), styles.QUIET),
    ]
