"""Answers that are open in memory, with the comments that somebody has to read before anything is shown."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from teamhealth.disclosure.reviewed import ReviewedComments
from teamhealth.disclosure.tiers import comments_shown, team_shown
from teamhealth.publication.types import Publication
from teamhealth.sealing.publication_salt import publication_salt, salting_key
from teamhealth.services.people import crowded_teams
from teamhealth.services.valid_answers import most_valid
from teamhealth.survey.ids import TeamId
from teamhealth.survey.response import Response
from teamhealth.survey.survey import Survey


@dataclass(frozen=True, slots=True)
class CommentToRead:
    """A comment that will be shown unless it is withheld; ``key`` names it while it is being read."""

    key: str
    team: TeamId
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class OpenedTeam:
    """Whether a team will be shown, and how many of its answers count; None for one that stays hidden."""

    id: TeamId
    name: str
    headcount: int
    shown: bool
    answered: int | None


@dataclass(frozen=True, slots=True)
class Refused:
    """How many envelopes do not count, and why; never of which team."""

    damaged: int = 0
    unknown_codes: int = 0
    repeated_codes: int = 0
    repeated_rows: int = 0

    @property
    def total(self) -> int:
        """All of them together."""
        return self.damaged + self.unknown_codes + self.repeated_codes + self.repeated_rows


@dataclass(frozen=True, slots=True, repr=False)
class Opened:
    """A survey whose answers are open in memory; only publishing looks at the responses.

    ``answered`` counts the people whose answers count, and opting out of every question is no answer; ``shown`` says
    whether any team will be shown. ``salting`` is what the publication's salt is made from. ``missing`` are the teams
    of which no return was there.
    """

    survey: Survey
    answered: int
    shown: bool
    teams: tuple[OpenedTeam, ...]
    comments: tuple[CommentToRead, ...]
    _responses: tuple[Response, ...]
    refused: Refused = field(default_factory=Refused)
    salting: bytes | None = None
    missing: frozenset[str] = frozenset()

    @property
    def damaged(self) -> int:
        """How many envelopes did not open, or hold nothing that belongs there."""
        return self.refused.damaged

    @property
    def elsewhere(self) -> bool:
        """Whether any answer that counts, or comment, was not collected sealed."""
        return any(each.elsewhere and (each.answers_any or each.comments) for each in self._responses)

    @property
    def from_elsewhere(self) -> int:
        """How many answers of teams that will be shown were not collected sealed; of hidden teams it is not told."""
        shown = {team.id for team in self.teams if team.shown}
        return sum(1 for each in self._responses if each.elsewhere and each.answers_any and each.team in shown)

    @property
    def crowded(self) -> tuple[str, ...]:
        """The names of teams, hidden ones too, with more answers than people; none where codes are used."""
        return crowded_teams(self.survey, Counter(each.team for each in self._responses if each.answers_any))

    @property
    def opted_out(self) -> bool:
        """Whether anybody opted out of every question, or left them all out."""
        return not all(response.answers_any for response in self._responses)

    def __repr__(self) -> str:
        """Name the survey and no answer."""
        return f"Opened({self.survey.id})"


def opened_from(
    survey: Survey, responses: Sequence[Response], refused: Refused, private: bytes | None = None
) -> Opened:
    """Lay responses out for reading the comments of those teams whose comments will be shown.

    ``private`` is the key that opened them (32 bytes); None for answers that were never sealed.
    """
    counts = Counter(response.team for response in responses if response.answers_any)
    teams = []
    for team in survey.teams:
        shown = team_shown(survey.policy, team, counts[team.id])
        teams.append(OpenedTeam(team.id, team.name, team.headcount, shown, counts[team.id] if shown else None))
    return Opened(
        survey=survey,
        answered=counts.total(),
        shown=any(team.shown for team in teams),
        teams=tuple(teams),
        comments=_comments(survey, responses, counts),
        _responses=tuple(responses),
        refused=refused,
        salting=None if private is None else salting_key(private, survey.id),
    )


def with_origin(publication: Publication, opened: Opened) -> Publication:
    """Return a publication that says whether all of its answers were collected sealed, with its salt."""
    late = None if publication.after is None else publication.teams[0].id
    salt = None if opened.salting is None else publication_salt(opened.salting, late)
    return replace(publication, survey=replace(publication.survey, elsewhere=opened.elsewhere), salt=salt)


def reviewed(opened: Opened, withheld: frozenset[str]) -> tuple[ReviewedComments, ...]:
    """Return the comments as they were read; of those withheld only the number is kept."""
    asked: dict[tuple[TeamId, str], list[CommentToRead]] = {}
    for each in opened.comments:
        asked.setdefault((each.team, each.question), []).append(each)
    found = []
    for team in opened.survey.teams:
        for questionnaire in opened.survey.questionnaires:
            for question in questionnaire.comments:
                mine = asked.get((team.id, question.id), [])
                kept = tuple(each.text for each in mine if each.key not in withheld)
                if mine:
                    found.append(ReviewedComments(team.id, question.id, kept, len(mine) - len(kept)))
    return tuple(found)


def _comments(survey: Survey, responses: Sequence[Response], counts: Counter[TeamId]) -> tuple[CommentToRead, ...]:
    """Return the comments by team and question, each question's in the order of its bytes."""
    valid = most_valid(survey, responses)
    texts: dict[tuple[TeamId, str], list[str]] = {}
    for response in responses:
        for question_id, text in response.comments.items():
            texts.setdefault((response.team, question_id), []).append(text)
    return tuple(
        CommentToRead(f"{team.id}/{question.id}/{number}", team.id, question.id, text)
        for team in survey.teams
        if comments_shown(survey.policy, team, counts[team.id], valid[team.id])
        for questionnaire in survey.questionnaires
        for question in questionnaire.comments
        for number, text in enumerate(sorted(texts.get((team.id, question.id), ()), key=str.encode))
    )
