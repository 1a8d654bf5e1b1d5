"""Whom a report is of: the team with its survey, service and questions, looked up once."""

from dataclasses import dataclass

from teamhealth.failures import TeamHidden
from teamhealth.publication.beside_words import beside_whom_of_one, other_teams_of_one_words
from teamhealth.publication.items_said import listed_sentence, on_average_note
from teamhealth.publication.lines import FEWEST_ROUNDS, Rounds, TeamLines, handed_lines
from teamhealth.publication.part_totals import with_one_team
from teamhealth.publication.points import PointKind
from teamhealth.publication.taken_part import fingerprint_of, is_from_part
from teamhealth.publication.types import DomainResult, ItemResult, ItemWord, Publication, SurveyFacts, TeamResult
from teamhealth.report.metadata import Attachment, Metadata
from teamhealth.report.survey_metadata import metadata_of_survey
from teamhealth.survey.lineage_words import origin_sentence
from teamhealth.survey.questionnaire import BandedItem, Domain, Item, ResponseScale


@dataclass(frozen=True, slots=True)
class Subject:
    """A shown team and all that its pages are made from; ``origin`` says what it was formed from, or called.

    ``lines`` follow it over the rounds, from the third that it takes part in. ``asked_anew`` are the themes whose
    questions changed since it was last shown. ``from_part`` says that one team's part was read; ``attachments`` are
    the figures as data, where the document is its own. ``beside`` says whose other teams it is compared with,
    ``beside_whom`` as a sentence. ``among_others`` is whether other teams were asked too, as of a part is taken.
    """

    facts: SurveyFacts
    team: TeamResult
    service: str
    fingerprint: str
    origin: str = ""
    lines: TeamLines | None = None
    asked_anew: frozenset[str] = frozenset()
    from_part: bool = False
    attachments: tuple[Attachment, ...] = ()
    beside: str = ""
    beside_whom: str = ""
    among_others: bool = False

    @property
    def answered(self) -> int:
        """How many answered."""
        return self.team.answered or 0

    @property
    def domains(self) -> tuple[Domain, ...]:
        """All domains that were asked, in order."""
        return tuple(domain for questionnaire in self.facts.questionnaires for domain in questionnaire.domains)

    @property
    def scored(self) -> tuple[tuple[Domain, DomainResult], ...]:
        """The domains that the publication holds a result for, in questionnaire order."""
        results = {result.domain: result for result in self.team.domains}
        return tuple((domain, results[domain.id]) for domain in self.domains if domain.id in results)

    @property
    def items(self) -> tuple[tuple[Item, ItemResult], ...]:
        """All items with their results, in questionnaire order."""
        return tuple(pair for domain in self.domains for pair in self.items_of(domain))

    def items_of(self, domain: Domain) -> tuple[tuple[Item, ItemResult], ...]:
        """Return a domain's items with their results; an item without one counts as not shown."""
        results = {result.item: result for result in self.team.items}
        return tuple((item, results.get(item.id, ItemResult(item.id, None))) for item in domain.items)

    @property
    def nothing_said(self) -> bool:
        """Whether no item can be shown, so that nothing is known to be a strength or a concern, nor not to be one."""
        return all(result.word is None for _, result in self.items)

    def sentences(self, word: ItemWord) -> tuple[str, ...]:
        """Return the sentences of the items with this word, in questionnaire order; ``on_average`` explains some."""
        return tuple(listed_sentence(item, result) for item, result in self.items if result.word is word)

    @property
    def on_average(self) -> str:
        """What 'on average' means in the sentences; nothing where none says so."""
        return on_average_note(result for _, result in self.items)

    @property
    def banded(self) -> tuple[tuple[BandedItem, ResponseScale], ...]:
        """All banded items with their scales."""
        return tuple(
            (item, questionnaire.scale(item.response_scale))
            for questionnaire in self.facts.questionnaires
            for item in questionnaire.banded_items
        )


def subject_of(
    publication: Publication,
    team_id: str,
    fingerprint: str = "",
    rounds: Rounds | None = None,
    attachments: tuple[Attachment, ...] = (),
) -> Subject:
    """Look a team up; KeyError if there is none, TeamHidden if it is not shown by itself.

    What is made from it is the team's to share: it holds what the team's part holds, from the whole too.
    ``fingerprint`` is the publication's hash, where it is known: of many teams it need not be made again for each.
    ``rounds`` are the publication's and those before it, ``attachments`` the figures as data.
    """
    part = is_from_part(publication)
    own = publication.service_of(team_id) if part else with_one_team(publication, team_id)
    team = next(each for each in own.teams if each.id == team_id)
    if not team.shown:
        raise TeamHidden(team.name)
    service = own.name
    origin = origin_sentence(publication.lineage, team_id) or ""
    identity = fingerprint or fingerprint_of(publication)
    lines = handed_lines(rounds, team_id) if rounds is not None else None
    asked_anew = lines.asked_anew if lines is not None else frozenset()
    followed = lines if _followed(lines) else None
    return Subject(
        facts=publication.survey,
        team=team,
        service=service,
        fingerprint=identity,
        origin=origin,
        lines=followed,
        asked_anew=asked_anew,
        from_part=part,
        attachments=attachments,
        beside=other_teams_of_one_words(own.totals),
        beside_whom=beside_whom_of_one(own.totals),
        among_others=part or len(publication.teams) > 1,
    )


def _followed(team: TeamLines | None) -> bool:
    """Return whether a team has taken part in enough rounds to be followed through them."""
    lines = team.lines if team is not None else ()
    return any(sum(each.kind is not PointKind.ABSENT for each in line.points) >= FEWEST_ROUNDS for line in lines)


def metadata_of(subject: Subject, title: str, kind: str) -> Metadata:
    """Return what a document about a subject says of itself; with figures attached, it is made to be archived."""
    return metadata_of_survey(
        subject.facts, title, f"{kind} {subject.team.id} {subject.fingerprint}", subject.attachments
    )
