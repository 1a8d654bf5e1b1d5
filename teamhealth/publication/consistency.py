"""Whether a publication agrees with itself: a file may only say what the release rules could have said."""

from collections.abc import Iterator, Sequence

from teamhealth.publication.questions_consistency import questionnaire_problems, scored_domain_ids
from teamhealth.publication.team_consistency import score_problems, team_problems
from teamhealth.publication.types import FORMAT_VERSION, Atom, AtomKind, DomainTotal, Publication, ServiceResult
from teamhealth.survey.policy import SMALLEST_THRESHOLD

FEWEST_TEAMS_IN_TOTAL = 2
FEWEST_TEAMS_FOR_SPREAD = 5


def problems(publication: Publication) -> tuple[str, ...]:
    """Return what is wrong with a publication; nothing for one that ``release`` made.

    Checked: that ids refer to the questionnaires and are there once; that a hidden team has no figure, and a shown
    one no figure that its answers do not allow; that splits and bands sum up; that comments are in order; that atoms
    are shown teams' shown scores, and totals lie among their atoms.
    """
    found = list(_survey(publication))
    if not found:
        # What follows looks ids up, so they must be sound first.
        found += _teams(publication)
        found += _atoms(publication)
        found += _all_totals(publication)
        found += _spreads(publication)
    return tuple(found)


def repeated(ids: Sequence[str]) -> bool:
    """Return whether an id occurs twice."""
    return len(set(ids)) != len(ids)


def _survey(publication: Publication) -> Iterator[str]:
    if publication.version != FORMAT_VERSION:
        yield f"version {publication.version} is not known"
    if publication.survey.policy.threshold < SMALLEST_THRESHOLD:
        yield f"the threshold is below {SMALLEST_THRESHOLD}"
    if repeated([service.id for service in publication.services]) or repeated([t.id for t in publication.teams]):
        yield "a service or a team is there twice"
    if not publication.teams:
        yield "there is no team"
    yield from questionnaire_problems(publication.survey.questionnaires)


def _teams(publication: Publication) -> Iterator[str]:
    for team in publication.teams:
        for problem in team_problems(team, publication.survey):
            yield f"team {team.id}: {problem}"


def _atoms(publication: Publication) -> Iterator[str]:
    shown = {team.id: service.id for service in publication.services for team in service.teams if team.shown}
    own = [atom for atom in publication.atoms if atom.kind is AtomKind.TEAM]
    if sorted(atom.team or "" for atom in own) != sorted(shown):
        yield "there is not one atom for each shown team"
        return
    for atom in own:
        yield from _team_atom(publication, atom, shown[atom.team or ""])
    services = {service.id for service in publication.services}
    for atom in publication.atoms:
        if atom.service not in services or (atom.kind is AtomKind.OTHERS and atom.team is not None):
            yield f"an atom of service {atom.service} belongs nowhere"
        for score in atom.scores:
            yield from score_problems(score.score)
            if score.weight < publication.survey.policy.threshold:
                yield f"an atom of service {atom.service} holds a figure of too few answers"


def _team_atom(publication: Publication, atom: Atom, service: str) -> Iterator[str]:
    team = publication.team(atom.team or "")
    shown = [(each.domain, each.score) for each in team.domains if each.score is not None]
    if atom.service != service or [(each.domain, each.score) for each in atom.scores] != shown:
        yield f"the atom of team {team.id} is not what the team shows"
    if any(each.weight > (team.answered or 0) for each in atom.scores):
        yield f"the atom of team {team.id} weighs more than the team's answers"


def _all_totals(publication: Publication) -> Iterator[str]:
    order = scored_domain_ids(publication.survey.questionnaires)
    for service in publication.services:
        atoms = [atom for atom in publication.atoms if atom.service == service.id]
        yield from _totals(service, service.totals, atoms, order)
    yield from _totals(None, publication.council, publication.atoms, order)


def _totals(
    service: ServiceResult | None, totals: Sequence[DomainTotal], atoms: Sequence[Atom], order: Sequence[str]
) -> Iterator[str]:
    where = f"service {service.id}" if service else "council"
    expected = [
        domain
        for domain in order
        if sum(each.domain == domain for a in atoms for each in a.scores) >= FEWEST_TEAMS_IN_TOTAL
    ]
    if [total.domain for total in totals] != expected:
        yield f"{where}: the totals are not those that the atoms allow"
        return
    for total in totals:
        yield from score_problems(total.score)
        scores = [each.score.points for atom in atoms for each in atom.scores if each.domain == total.domain]
        if total.teams != len(scores) or not min(scores) <= total.score.points <= max(scores):
            yield f"{where}: the total of {total.domain} is not one of its atoms"


def _spreads(publication: Publication) -> Iterator[str]:
    allowed = [
        domain
        for domain in scored_domain_ids(publication.survey.questionnaires)
        if sum(each.domain == domain for atom in publication.atoms for each in atom.scores) >= FEWEST_TEAMS_FOR_SPREAD
    ]
    if [each.domain for each in publication.spreads] != allowed:
        yield "the spreads are not those of domains that five teams or more show"
