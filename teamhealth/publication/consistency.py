"""Whether a publication agrees with itself: a file may only say what the release rules could have said."""

from collections.abc import Iterator, Sequence

from teamhealth.publication.atoms_consistency import atom_problems, pool_problems
from teamhealth.publication.quality_consistency import quality_problems
from teamhealth.publication.questions_consistency import questionnaire_problems, scored_domain_ids
from teamhealth.publication.team_consistency import team_problems
from teamhealth.publication.totals_consistency import comparison_problems, total_problems
from teamhealth.publication.types import FORMAT_VERSION, Publication
from teamhealth.survey.ids import TeamId
from teamhealth.survey.lineage import lineage_problem
from teamhealth.survey.policy import SMALLEST_THRESHOLD
from teamhealth.survey.readable import problem_with_text
from teamhealth.survey.sound import LONGEST_TITLE


def problems(publication: Publication) -> tuple[str, ...]:
    """Return what is wrong with a publication; nothing for one that ``release`` made.

    Checked: that ids refer to the questionnaires and are there once; that a hidden team has no figure, and a shown
    one no figure that its answers do not allow; that splits and bands sum up; that comments are in order; that atoms
    are shown teams' shown scores, and rows and pools hold two teams or more that show nothing by themselves; and that
    totals and comparisons are the very ones that these make.
    """
    found = list(_survey(publication))
    if not found:
        # What follows looks ids up, so they must be sound first.
        found += _teams(publication)
    if not found:
        found += atom_problems(publication)
        found += pool_problems(publication)
        found += comparison_problems(publication)
        found += quality_problems(publication)
    if not found:
        found += total_problems(publication) if publication.after is None else _late(publication)
    return tuple(found)


def alone_problems(publication: Publication) -> tuple[str, ...]:
    """Return what is wrong with a publication cut down to one team, whose totals cannot be made from its own atom."""
    found = list(_survey(publication))
    if not found:
        found += _teams(publication)
    if not found:
        found += atom_problems(publication)
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
    if any(problem_with_text(name, LONGEST_TITLE) for name in _names(publication)):
        yield "a name cannot be shown"
    wrong = lineage_problem(publication.lineage, frozenset(TeamId(team.id) for team in publication.teams))
    if wrong:
        yield wrong
    yield from questionnaire_problems(publication.survey.questionnaires)


def _names(publication: Publication) -> Iterator[str]:
    """Yield what people read as a name: a forged one could turn the words around it, or hide part of itself."""
    facts = publication.survey
    yield from (facts.title, facts.organisation.name, facts.wave.name)
    if facts.custody.role:
        yield facts.custody.role
    yield from (service.name for service in publication.services)
    for team in publication.teams:
        yield team.name
        yield from (result.change.wave.name for result in team.domains if result.change is not None)


def _teams(publication: Publication) -> Iterator[str]:
    for team in publication.teams:
        for problem in team_problems(team, publication.survey):
            yield f"team {team.id}: {problem}"


def _late(publication: Publication) -> Iterator[str]:
    """Yield what is wrong with a late team's own publication: it is alone, compared with nobody, and in no total."""
    if len(publication.teams) != 1 or not publication.teams[0].shown or len(publication.services) != 1:
        yield "a late publication holds one shown team"
        return
    service, team = publication.services[0], publication.teams[0]
    above = (
        service.totals,
        service.items,
        publication.council,
        publication.council_items,
        publication.pools,
        publication.quality,
    )
    if any(above) or publication.left_out or len(publication.atoms) != 1:
        yield "a late team enters no total"
    if publication.lineage != publication.lineage.of_team(TeamId(team.id)):
        yield "a late team's publication tells what became of its own team only"
    if any(result.rest or result.change for result in team.domains):
        yield "a late team is compared with nobody"
    domains = scored_domain_ids(publication.survey.questionnaires)
    given = [each.domain for each in publication.spreads]
    if given != [domain for domain in domains if domain in given]:
        yield "a late team's spreads are not those of the survey's themes"
