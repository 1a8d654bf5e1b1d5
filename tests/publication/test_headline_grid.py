"""Over a grid of cases a headline claims nothing that the figures do not hold, and reads like a sentence."""

import re
from dataclasses import replace
from itertools import product

import pytest

from teamhealth.publication.headline import headline
from teamhealth.publication.types import Change, Comparison, DomainResult, ShownScore, Verdict
from teamhealth.survey.ids import WaveId
from teamhealth.survey.organisation import Wave
from tests.invented import publication

SPRING = Wave(WaveId("9" * 32), "Spring 2026")
CLAIMS = {
    (False, Verdict.ABOVE): "higher",
    (False, Verdict.BELOW): "lower",
    (True, Verdict.ABOVE): "lighter",
    (True, Verdict.BELOW): "heavier",
}
VERDICTS = (None, *Verdict)


def said(domain: DomainResult, rest: Verdict | None, change: Verdict | None, points: int) -> DomainResult:
    return replace(
        domain,
        score=ShownScore(points),
        rest=Comparison(ShownScore(50), rest, 20) if rest else None,
        change=Change(SPRING, Comparison(ShownScore(50), change, 20)) if change else None,
    )


@pytest.mark.parametrize("with_scores", [False, True])
@pytest.mark.parametrize("answered", [5, 6, 8, 12, 40])
def test_a_headline_claims_what_was_tested_and_nothing_else(answered: int, with_scores: bool) -> None:
    whole = publication(answered)
    team = whole.teams[0]
    titles = {domain.id: domain for each in whole.survey.questionnaires for domain in each.domains}
    for points, rest, change, place in product((0, 39, 50, 61, 100), VERDICTS, VERDICTS, range(4)):
        domains = tuple(
            said(domain, rest, change, points) if at == place else said(domain, None, None, 50)
            for at, domain in enumerate(team.domains)
        )
        words = headline(whole.survey, replace(team, domains=domains), with_scores=with_scores).text
        title = titles[domains[place].domain].title
        burden = bool(titles[domains[place].domain].direction_note)
        due = [
            f"{title} is {CLAIMS[burden, verdict]} than in {where}, by more than chance."
            for verdict, where in ((rest, "other teams"), (change, SPRING.name))
            if (burden, verdict) in CLAIMS
        ]
        assert [each for each in due if each not in words] == []
        assert words.count("more than chance") == len(due)
        assert ("Every gap is within chance" in words) <= (
            {rest, change} <= {None, Verdict.WITHIN_CHANCE, Verdict.NOT_TESTED}
        )
        assert ("There is no change to show yet" in words) == (change is None)
        assert_reads_well(words)
        numbers = {int(each) for each in re.findall(r"\d+", words.replace(SPRING.name, ""))}
        assert numbers <= ({points, 50, 100} if with_scores else set())


def test_no_theme_is_called_the_best_or_the_worst() -> None:
    whole = publication(12)
    for scores in product((10, 50, 90), repeat=4):
        domains = tuple(
            said(each, None, None, points) for each, points in zip(whole.teams[0].domains, scores, strict=True)
        )
        words = headline(whole.survey, replace(whole.teams[0], domains=domains)).text
        assert not re.search(r"\b(best|worst|most|least|highest|lowest|strongest|weakest)\b", words)
        assert_reads_well(words)


def assert_reads_well(words: str) -> None:
    sentences = re.split(r"(?<=\.) ", words)
    assert all(each[0].isupper() and each.endswith(".") for each in sentences)
    assert not re.search(r"  |\.\.| \.|,,|\{|\}|!|n=|\b(\w+) \1\b", words)
    assert len(set(sentences)) == len(sentences)
