"""Makes a survey that is sealed for its lead: identities, key pair, one-time codes and seal words, all in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from teamhealth.exchange.survey_file import CodeHashes, SurveyFile
from teamhealth.failures import SpecInvalid
from teamhealth.resources import resource
from teamhealth.sealing.code_hashes import CODE_KEY_BYTES, keyed_hash, new_lock, slow_hash
from teamhealth.sealing.codes import new_code, shown
from teamhealth.sealing.costs import CODE_COST, SEAL_COST, KeyCost
from teamhealth.sealing.envelope import check_fits
from teamhealth.sealing.keys import new_key_pair
from teamhealth.sealing.lead_key import LeadSecret
from teamhealth.sealing.seal_words import seal_words
from teamhealth.services.progress import Progress
from teamhealth.settings import canonical
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.identities import Identities, plain
from teamhealth.survey.ids import Entropy, OrganisationId, ServiceId, SurveyId, TeamId, WaveId, new_id
from teamhealth.survey.organisation import Organisation, Service, Team, Wave
from teamhealth.survey.policy import ReleasePolicy
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.survey.questions import lay_out
from teamhealth.survey.spec import SurveySpec, TeamSpec, spec_problems
from teamhealth.survey.succession import former_problems, succession
from teamhealth.survey.survey import Survey


@dataclass(frozen=True, slots=True)
class LeadSurvey:
    """A survey as its lead has just made it.

    ``slips`` are each team's codes and ``spares`` the lead's own, grouped for printing; they are nowhere else in the
    clear, so what is not printed now cannot be printed later.
    """

    file: SurveyFile
    secret: LeadSecret = field(repr=False)
    words: tuple[str, ...]
    slips: Mapping[TeamId, tuple[str, ...]] = field(repr=False)
    spares: tuple[str, ...] = field(repr=False)

    @property
    def survey(self) -> Survey:
        """The survey itself."""
        return self.file.survey


@dataclass(frozen=True, slots=True)
class _Promises:
    custody: Custody
    policy: ReleasePolicy
    questionnaires: tuple[Questionnaire, ...]
    recipients: tuple[tuple[str, int], ...]
    services: tuple[tuple[str, tuple[str, ...]], ...]


def make_lead_survey(
    spec: SurveySpec,
    known: Identities,
    *,
    entropy: Entropy,
    progress: Progress,
    code_cost: KeyCost = CODE_COST,
    seal_cost: KeyCost = SEAL_COST,
) -> LeadSurvey:
    """Make a survey, its key pair and its codes; nothing is stored.

    Parameters
    ----------
    spec : SurveySpec
    known : Identities
        Of earlier rounds, by name.
    entropy : callable
        Returns so many random bytes.
    progress : Progress
        Counts codes: each takes a moment to hash.
    code_cost, seal_cost : KeyCost
        Other than the defaults in tests and demonstrations only.

    Raises
    ------
    SpecInvalid
        If something in the spec is impossible.
    SurveyUnfit
        If its fullest response would not fit an envelope.
    TooLittleMemory
        If codes or seal words cannot be derived.
    """
    problems = (*spec_problems(spec), *former_problems(spec, known))
    blocking = tuple(f"{each.key}: {each.text}" for each in problems if each.blocking)
    if blocking:
        raise SpecInvalid(spec.name, blocking)
    survey = survey_of(spec, known, entropy)
    check_fits(lay_out(survey), survey.id, survey.teams[0].id)
    slips: dict[TeamId, tuple[str, ...]] = {}
    spares: tuple[str, ...] = ()
    if spec.one_time_codes:
        taken: set[str] = set()
        slips = {team.id: _draw(team.headcount, taken, entropy) for team in survey.teams}
        spares = _draw(spec.spare_codes, taken, entropy)
    codes = sorted(code for given in (*slips.values(), spares) for code in given)
    pair = new_key_pair()
    key = entropy(CODE_KEY_BYTES)
    secret = LeadSecret(
        survey.id, pair.private, key, frozenset(keyed_hash(each, key) for each in codes), promises_hash(survey)
    )
    hashes = _hashes(codes, code_cost, entropy, progress)
    return LeadSurvey(
        SurveyFile(survey, pair.public, hashes),
        secret,
        words_of(pair.public, seal_cost),
        {team: tuple(shown(each) for each in given) for team, given in slips.items()},
        tuple(shown(each) for each in spares),
    )


def words_of(public_key: bytes, cost: KeyCost = SEAL_COST) -> tuple[str, ...]:
    """Return the three seal words of a survey's public key; takes about a second."""
    return seal_words(public_key, resource("words.txt").read_text(encoding="utf-8").split(), cost)


def promises_hash(survey: Survey) -> str:
    """Return the SHA-256, in hexadecimal, of what a survey promises and asks; names and headcounts may be corrected."""
    recipients = tuple(sorted((str(team.id), team.answering_recipients) for team in survey.teams))
    # Which teams are counted together decides which figures can be made.
    services = tuple(
        sorted((str(service.id), tuple(sorted(str(team.id) for team in service.teams))) for service in survey.services)
    )
    return canonical.sha256(_Promises(survey.custody, survey.policy, survey.questionnaires, recipients, services))


def survey_of(spec: SurveySpec, known: Identities, entropy: Entropy) -> Survey:
    """Return the survey that a spec describes, with the identities that are known by name."""

    def identity(table: Mapping[str, str], name: str) -> str:
        return table.get(plain(name)) or new_id(entropy)

    found = succession(spec, known, entropy)
    identities = iter(found.teams)
    return Survey(
        id=SurveyId(new_id(entropy)),
        title=spec.name.strip(),
        organisation=Organisation(
            OrganisationId(identity(known.organisations, spec.organisation)), spec.organisation.strip()
        ),
        wave=Wave(WaveId(identity(known.waves, spec.round_name)), spec.round_name.strip()),
        services=tuple(
            Service(
                ServiceId(identity(known.services, service.name)),
                service.name.strip(),
                tuple(_team(team, next(identities)) for team in service.teams),
            )
            for service in spec.services
        ),
        questionnaires=spec.questionnaires,
        custody=Custody(CustodyKind.LEAD, one_time_codes=spec.one_time_codes),
        policy=ReleasePolicy(spec.threshold, spec.comments),
        safeguarding_route=spec.safeguarding_route.strip(),
        planned_closing=spec.planned_closing,
        lineage=found.lineage,
    )


def _team(team: TeamSpec, identity: TeamId) -> Team:
    return Team(identity, team.name.strip(), team.headcount, team.recipients_answering)


def _draw(count: int, taken: set[str], entropy: Entropy) -> tuple[str, ...]:
    """Return so many codes that no slip of the survey has yet; as random as they are, they are shuffled already."""
    drawn: list[str] = []
    while len(drawn) < count:
        code = new_code(entropy)
        if code not in taken:
            taken.add(code)
            drawn.append(code)
    return tuple(drawn)


def _hashes(codes: list[str], cost: KeyCost, entropy: Entropy, progress: Progress) -> CodeHashes | None:
    if not codes:
        return None
    lock = new_lock(cost, entropy)
    hashed = []
    for number, code in enumerate(codes, 1):
        progress(number - 1, len(codes))
        hashed.append(slow_hash(code, lock))
    progress(len(codes), len(codes))
    return CodeHashes(lock.salt, lock.operations, lock.memory_bytes, tuple(sorted(hashed)))
