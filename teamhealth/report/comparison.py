"""The comparison of teams: what stands apart, the heat map, then a page a theme with every team's likely range."""

from pathlib import Path

from reportlab.platypus.flowables import Flowable, Spacer

from teamhealth.figures import palette
from teamhealth.publication.beside_words import beside_whom, chance_text
from teamhealth.publication.compared import MORE_THAN_CHANCE, Compared, RowKind, compare
from teamhealth.publication.compared_words import averages_words, low_text, no_gap_text, visit_headline
from teamhealth.publication.document import publication_hash
from teamhealth.publication.method_words import likely_range_text, not_tested_text
from teamhealth.publication.types import Publication, Verdict
from teamhealth.publication.words import elsewhere_text, left_out_text
from teamhealth.report import styles
from teamhealth.report.blocks import Backdrop, tinted_box
from teamhealth.report.compared_heat import heat_tables
from teamhealth.report.compared_hidden import hidden_teams
from teamhealth.report.compared_key import heat_key
from teamhealth.report.compared_themes import theme_pages
from teamhealth.report.drawing import PlacedFigure
from teamhealth.report.fonts import markup, strong
from teamhealth.report.keeping import kept_together
from teamhealth.report.metadata import Attachments
from teamhealth.report.pages import CONTENT_WIDTH, Furniture, build, room_left
from teamhealth.report.paragraphs import heading, paragraph, rich_paragraph
from teamhealth.report.provenance import provenance_words
from teamhealth.report.sheet import ORDINARY, Sheet
from teamhealth.report.survey_metadata import metadata_of_survey
from teamhealth.report.title import title_beside
from teamhealth.settings.atomic_file import write_atomically
from teamhealth.survey.lineage_words import closed_sentence
from teamhealth.texts.catalogue import tr
from teamhealth.texts.dates import long_date

_HEADLINE_BOX = Backdrop(palette.RAIL, padding=16, padding_above=9)
_NOTE_BOX = Backdrop(palette.TEAL_TINT)
# More rows than any page holds below a headline.
_MOST_ON_A_PAGE = 30
# Rows come so many points closer above and below, each in turn, if what they mean stands with them then.
_CLOSER = (0.0, 1.0, 1.6)


def write_comparison(
    publication: Publication, service_id: str | None, path: Path, sheet: Sheet = ORDINARY, attachments: Attachments = ()
) -> None:
    """Write a comparison as tagged PDF, whole or not at all.

    Parameters
    ----------
    publication : Publication
        The released figures of several teams.
    service_id : str or None
        An area of service, or None for all teams.
    path : Path
        The file; its folder must exist.
    sheet : Sheet
        Ordinary or large print.
    attachments : tuple of Attachment
        The figures as data.

    Raises
    ------
    KeyError
        If the publication has no such area of service.
    FileUnwritable
        If the file cannot be written.
    """
    write_atomically(path, comparison(publication, service_id, sheet, attachments))


def comparison(
    publication: Publication,
    service_id: str | None = None,
    sheet: Sheet = ORDINARY,
    attachments: Attachments = (),
) -> bytes:
    """Return the same document as bytes: the same for the same publication, on every machine."""
    compared = compare(publication, service_id)
    facts = publication.survey
    fingerprint = publication_hash(publication)
    title = tr("{place}: teams compared, {round}", place=place_of(compared), round=facts.wave.name)
    metadata = metadata_of_survey(facts, title, f"comparison {service_id or ''} {fingerprint}", attachments)
    furniture = Furniture(
        facts.organisation.name, facts.title, tr("{place}: comparison", place=place_of(compared))
    )  # fmt: skip
    story = [*comparison_section(compared, sheet=sheet), *comparison_method(compared, fingerprint, attachments)]
    return build(story, metadata, furniture, sheet).content


def comparison_section(compared: Compared, level: int = 1, sheet: Sheet = ORDINARY) -> list[Flowable]:
    """Return the heat map and the pages of themes, for a document of its own or as part of another.

    Parameters
    ----------
    compared : Compared
    level : int
        Of the first heading: 1 in a document of its own.
    sheet : Sheet
        Ordinary, or large print, where few rows stand on a page.
    """
    return [*_front(compared, level, sheet), *(_alone() if len(compared.shown) == 1 else theme_pages(compared))]


def _alone() -> list[Flowable]:
    """Return where the scores of a single shown team are told: charts of one team compare nothing."""
    return [paragraph(tr("The team’s own report tells more of its scores."), styles.QUIET)]


def _front(compared: Compared, level: int, sheet: Sheet) -> list[Flowable]:
    """Return title, headline, heat map and how to read it."""
    found = visit_headline(compared, found=True)
    words = f"{strong(found.lead)} {markup(found.rest)}".strip()
    story = title_beside(
        tr("Teams compared"),
        tr("{place}, {round}", place=place_of(compared), round=compared.publication.survey.wave.name),
        level,
    )
    box = tinted_box([rich_paragraph(words, styles.HEADLINE)], CONTENT_WIDTH, _HEADLINE_BOX, after=10)
    if compared.shown:
        key = heat_key(compared)
        # Above the rows, and with the headline where no rows fit below it: a key alone begins no page.
        story += kept_together([box, *([PlacedFigure(key), Spacer(1, 7)] if key is not None else [])])
        return [*story, *_rows_and_meaning(compared, story, sheet), *hidden_teams(compared)]
    notes = " ".join(_notes(compared))
    return [*story, box, *hidden_teams(compared), *([paragraph(notes)] if notes else [])]


def _rows_and_meaning(compared: Compared, above: list[Flowable], sheet: Sheet) -> list[Flowable]:
    """Return the heat map and what its colours mean, on one page with what stands ``above`` if that can be."""
    meaning = _how_to_read(compared)
    for closer in _CLOSER if len(compared.rows) <= _MOST_ON_A_PAGE else ():
        whole = [*heat_tables(compared, closer), meaning]
        if room_left([*above, *whole], sheet) >= 0:
            return [*kept_together(whole)]
    # What runs on begins with how to read it.
    return [meaning, *heat_tables(compared)]


def place_of(compared: Compared) -> str:
    """Return the area of service that is compared, or the organisation."""
    service = compared.service
    return service.name if service is not None else compared.publication.survey.organisation.name


def _how_to_read(compared: Compared) -> Flowable:
    """Return what the cells mean and how they are to be read, and what is true of the whole round."""
    across = tr("Compare a theme with itself across teams, not with another theme.")
    alone = tr("Do not compare a theme with another theme.")
    words = [across if len(compared.shown) > 1 else alone, *_notes(compared)]
    said = markup(" ".join(words))
    if compared.comparisons:
        words = [*_meant(compared), *words]
        said = markup(" ".join(words))
    if any(each.verdict in MORE_THAN_CHANCE for each in compared.comparisons):
        colour = strong(tr("Colour means more than chance."))
        said = f"{colour} {markup(' '.join(words))}"
    return tinted_box([rich_paragraph(said, styles.NOTE)], CONTENT_WIDTH, _NOTE_BOX, after=10)


def _meant(compared: Compared) -> list[str]:
    """Return what is meant by no colour, by the last column and by 'others'."""
    said = []
    if any(each.verdict is Verdict.WITHIN_CHANCE for each in compared.comparisons):
        said.append(tr("‘Within chance’ does not mean ‘the same’."))
        gaps = tr("The last column is the smallest gap that would have shown, in points.")
        by_theme = tr("The last column is the smallest gap that would have shown; each theme’s own is on its page.")
        said.append(by_theme if len(compared.domains) > 1 and len(compared.shown) > 1 else gaps)
    none = no_gap_text(compared)
    if none:
        said.append(none)
    said.append(beside_whom(compared))
    if any(domain.direction_note for domain in compared.domains):
        said.append(tr("Of a burden, below is heavier."))
    return said


def _notes(compared: Compared) -> list[str]:
    publication = compared.publication
    closed = closed_sentence(publication.lineage)
    low = low_text(row.team for row in compared.shown if row.team is not None)
    return [
        *([low] if low else []),
        *([left_out_text()] if publication.left_out else []),
        *([elsewhere_text()] if publication.survey.elsewhere else []),
        *([closed] if closed else []),
    ]


def comparison_method(compared: Compared, fingerprint: str, attachments: Attachments = ()) -> list[Flowable]:
    """Return how teams are compared, in words."""
    day = long_date(compared.publication.survey.published)
    said = [
        *(_tested(compared) if any(each.verdict is not Verdict.NOT_TESTED for each in compared.comparisons) else ()),
        *((not_tested_text(changes=False, gaps=True),) if _any_untested(compared) else ()),
        # Of a single team no page of a theme follows, and so no range.
        *((likely_range_text(),) if len(compared.shown) > 1 and compared.domains else ()),
        *((averages_words(compared),) if compared.of(RowKind.SERVICE) or compared.of(RowKind.COUNCIL) else ()),
    ]
    title = tr("How the teams are compared") if said else tr("Where these figures come from")
    return [
        heading(title, 2, styles.SECTION),
        *([paragraph(" ".join(said))] if said else []),
        paragraph(
            " ".join((tr("Published on {day}.", day=day), provenance_words(fingerprint, attachments, explained=True)))
        ),
    ]


def _tested(compared: Compared) -> tuple[str, ...]:
    """Return how teams are tested against each other; nothing of it is so where no team was."""
    return (
        tr("Each team is tested against its service’s other shown teams, in every theme at once."),
        tr("A team that stands apart is left out of the others’ score."),
        tr("Where a service has fewer than four shown teams, they are tested against the council’s."),
        tr("Many times, people with all their answers are put into teams at random, and the largest gap is kept."),
        tr("A gap is more than chance where no more than 5 of 100 such draws give one as large."),
        tr("How large that is goes by each team’s size, as small teams vary more."),
        chance_text(compared.publication.services if compared.service is None else (compared.service,)),
        tr("A small team whose answers are widely spread is coloured too often."),
    )


def _any_untested(compared: Compared) -> bool:
    found = [row.comparison(domain.id) for row in compared.shown for domain in compared.domains]
    return any(each is not None and each.verdict is Verdict.NOT_TESTED for each in found)
