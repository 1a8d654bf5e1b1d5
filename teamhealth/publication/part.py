"""One team's part of a publication: that team's figures, the totals it may see, and the hash of the whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

import msgspec

from teamhealth.publication.consistency import alone_problems
from teamhealth.publication.document import LARGEST_BYTES
from teamhealth.publication.part_totals import council_beside, with_one_team
from teamhealth.publication.questions_consistency import scored_domain_ids
from teamhealth.publication.taken_part import as_published, fingerprint_of
from teamhealth.publication.team_consistency import score_problems
from teamhealth.publication.together import FEWEST_TEAMS
from teamhealth.publication.types import FORMAT_VERSION as PUBLICATION_VERSION
from teamhealth.publication.types import DomainTotal, Publication
from teamhealth.settings import canonical
from teamhealth.settings.canonical import Flaw, Form, NotCanonical, flaw_of_version
from teamhealth.settings.light_json import read_json
from teamhealth.survey.ids import TeamId

KIND = "team-health-results-part"
FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A publication of one team, and the SHA-256 of the whole publication that it was taken from."""

    publication: Publication
    whole: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}\\Z")]


class _Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str
    part: Part
    sha256: str
    version: int


def _form() -> Form[_Envelope]:
    return Form(KIND, _Envelope, FORMAT_VERSION, LARGEST_BYTES)


def part_of(publication: Publication, team_id: str) -> Part:
    """Return a team's part: its own figures, its service's totals and the council's, and no other team's.

    A total or a comparison from which this team's figures could be taken away to leave one other team's is left out:
    that team's figures are shown in the whole, and are not this team's to read.

    Raises
    ------
    KeyError
        If the publication has no such team.
    """
    own = with_one_team(publication, team_id)
    council, council_items = council_beside(publication, own)
    atoms = tuple(atom for atom in publication.atoms if atom.team == team_id)
    return Part(
        replace(
            as_published(publication),
            services=(own,),
            atoms=atoms,
            council=council,
            council_items=council_items,
            pools=(),
            spreads=(),
            quality=(),
            lineage=publication.lineage.of_team(TeamId(team_id)),
            salt=None,
        ),
        fingerprint_of(publication),
    )


def is_part(data: bytes) -> bool:
    """Return whether bytes begin like a part."""
    return _form().begins(data)


def write_part(part: Part) -> bytes:
    """Return the bytes of a part's file."""
    return canonical.write(_Envelope(KIND, part, canonical.sha256(part), FORMAT_VERSION))


def read_part(data: bytes) -> Part:
    """Return the part that bytes hold; NotCanonical for any others."""
    try:
        envelope = canonical.read(data, _form())
    except NotCanonical:
        # Another version's publication has other keys.
        _check_version(_version_in(data))
        raise
    if canonical.sha256(envelope.part) != envelope.sha256:
        raise NotCanonical("the hash does not match", Flaw.DAMAGED)
    _check_version(envelope.part.publication.version)
    found = part_problems(envelope.part)
    if found:
        raise NotCanonical(found[0], Flaw.DAMAGED)
    return envelope.part


def _check_version(version: int) -> None:
    if version != PUBLICATION_VERSION:
        raise NotCanonical("written by another version", flaw_of_version(version, PUBLICATION_VERSION))


def _version_in(data: bytes) -> int:
    """Return the version that bytes name as a part's, this program's if they name none."""
    try:
        held = read_json(data) if is_part(data) and len(data) <= LARGEST_BYTES else {}
        version = held["part"]["publication"]["version"]
    except (KeyError, TypeError, ValueError, RecursionError):
        return PUBLICATION_VERSION
    return version if isinstance(version, int) and not isinstance(version, bool) else PUBLICATION_VERSION


def json_schema() -> bytes:
    """Return the JSON Schema of a part's file."""
    return canonical.schema(_form())


def part_problems(part: Part) -> tuple[str, ...]:
    """Return what is wrong with a part; its totals cannot be checked against atoms that it does not hold."""
    publication = part.publication
    if len(publication.services) != 1 or len(publication.teams) != 1:
        return ("a part has one team",)
    if publication.pools or publication.spreads or publication.quality:
        return ("a part holds no figure that other teams' answers could be taken from",)
    if publication.salt is not None:
        return ("a part holds nothing from which the whole's hash could be made",)
    if publication.lineage != publication.lineage.of_team(TeamId(publication.teams[0].id)):
        return ("a part tells of its own team only",)
    found = list(alone_problems(publication))
    if not found:
        order = scored_domain_ids(publication.survey.questionnaires)
        found += _totals(publication.services[0].totals, order)
        found += _totals(publication.council, order)
    return tuple(found)


def _totals(totals: Sequence[DomainTotal], order: Sequence[str]) -> Iterator[str]:
    domains = [total.domain for total in totals]
    if domains != [each for each in order if each in set(domains)]:
        yield "the totals are not of the survey's domains, each once and in order"
    for total in totals:
        yield from score_problems(total.score)
        if total.teams < FEWEST_TEAMS:
            yield f"the total of {total.domain} is of one team"
