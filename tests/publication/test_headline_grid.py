"""Over a wide grid of cases a headline claims nothing that the figures do not hold, and reads as a person writes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from random import Random

import pytest

from teamhealth.publication.headline import headline
from teamhealth.publication.types import Change, Comparison, DomainResult, Publication, ShownScore, Verdict
from teamhealth.publication.words import theme_name
from teamhealth.survey.ids import WaveId
from teamhealth.survey.organisation import Wave
from teamhealth.survey.questionnaire import Domain
from tests.invented import publication

SPRING = Wave(WaveId("9" * 32), "Spring 2026")
EARLIER = Wave(WaveId("8" * 32), "Autumn 2025")
CLAIMS = {
    (False, Verdict.ABOVE): "higher",
    (False, Verdict.BELOW): "lower",
    (True, Verdict.ABOVE): "lighter",
    (True, Verdict.BELOW): "heavier",
}
VERDICTS = (None, *Verdict)
LONGEST = 30
APART = r"(higher|lower|heavier|lighter) than in (other teams|\w+ 20..)"
TITLES = ("Room for relationships", "Trust and autonomy", "High support, high challenge", "Conditions in place")


@dataclass(frozen=True)
class Said:
    """What a theme's figures are in a case: its points, or None if hidden, and what the two tests found."""

    points: int | None
    rest: Verdict | None = None
    change: Verdict | None = None
    wave: Wave = SPRING

    def of(self, domain: DomainResult) -> DomainResult:
        if self.points is None:
            return replace(domain, score=None, likely=None, rest=None, change=None)
        return replace(
            domain,
            score=ShownScore(self.points),
            rest=Comparison(ShownScore(50), self.rest, 20) if self.rest else None,
            change=Change(self.wave, Comparison(ShownScore(50), self.change, 20)) if self.change else None,
        )


def cases() -> Iterator[tuple[Said, ...]]:
    """Yield every way of four themes to lean or be hidden, then each theme's findings one by one and all at once."""
    leanings: tuple[int | None, ...] = (10, 50, 90, None)
    for scores in product(leanings, repeat=4):
        yield tuple(Said(each) for each in scores)
    for rest, change in product(VERDICTS, repeat=2):
        yield (Said(50, rest, change),) * 4
        for place, points in product(range(4), (0, 39, 40, 60, 61, 100)):
            yield tuple(Said(points, rest, change) if at == place else Said(50) for at in range(4))
            yield tuple(Said(points, rest, change) if at == place else Said(None) for at in range(4))
    draw = Random(11)
    for _ in range(500):
        yield tuple(
            Said(draw.choice((12, 50, 50, 88, None)), draw.choice(VERDICTS), draw.choice(VERDICTS),
                 draw.choice((SPRING, SPRING, EARLIER)))
            for _ in range(4)
        )  # fmt: skip


def domains_of(whole: Publication) -> dict[str, Domain]:
    return {domain.id: domain for each in whole.survey.questionnaires for domain in each.domains}


def told(whole: Publication, case: Sequence[Said], *, with_scores: bool, anew: frozenset[str] = frozenset()) -> str:
    """Return the headline of a case."""
    team = whole.teams[0]
    domains = tuple(said.of(domain) for said, domain in zip(case, team.domains, strict=True))
    team = replace(team, domains=domains)
    return headline(whole.survey, team, with_scores=with_scores, asked_anew=anew).text


@pytest.mark.parametrize("with_scores", [False, True])
@pytest.mark.parametrize("answered", range(5, 13))
def test_a_headline_claims_what_was_tested_and_nothing_else(answered: int, with_scores: bool) -> None:
    whole = publication(answered)
    themes = [domains_of(whole)[each.domain] for each in whole.teams[0].domains]
    for case in cases():
        words = told(whole, case, with_scores=with_scores)
        due = {
            (theme_name(theme), CLAIMS[bool(theme.direction_note), verdict], place)
            for theme, said in zip(themes, case, strict=True)
            for verdict, place in ((said.rest, "other teams"), (said.change, said.wave.name))
            if said.points is not None and verdict in (Verdict.ABOVE, Verdict.BELOW)
        }
        assert claims(words, themes) == due, words
        shown = [said for said in case if said.points is not None]
        for rest, place in ((True, "other teams"), (False, "20")):
            verdicts = {each.rest if rest else each.change for each in shown}
            tested = verdicts - {None, Verdict.NOT_TESTED}
            not_found = re.findall(r"found to differ [^.]*\.", words)
            assert any(place in each for each in not_found) == (tested == {Verdict.WITHIN_CHANCE}), words
        assert ("no change to show" in words) == (bool(shown) and all(each.change is None for each in shown))
        for theme, said in zip(themes, case, strict=True):
            assert (theme_name(theme) in words.lower()) == (said.points is not None)
        assert_reads_well(words, themes)
        numbers = {int(each) for each in re.findall(r"\d+", re.sub(r"(Spring|Autumn) 20..", "", words))}
        assert numbers <= ({said.points for said in shown} | {100} if with_scores and shown else set())


def claims(words: str, themes: Sequence[Domain]) -> set[tuple[str, str, str]]:
    """Return what a headline claims by more than chance: which theme is how beside what."""
    found = set()
    for sentence in re.split(r"(?<=\.) ", words):
        if not sentence.endswith(", by more than chance."):
            continue
        named = [theme_name(theme) for theme in themes if theme_name(theme) in sentence.lower()]
        both = re.fullmatch(rf".* (?:is|are) {APART} but {APART}, by more than chance\.", sentence)
        if both is not None:
            found |= {(name, both[at], both[at + 1]) for name in named for at in (1, 3)}
            continue
        places = re.findall(r"than in (other teams|\w+ 20..)", sentence)
        clauses = re.split(r"(?<=higher|eavier|ighter)|(?<=lower)", sentence)
        for clause in clauses[:-1]:
            [word] = re.findall(r"\b(higher|lower|heavier|lighter)$", clause)
            named = [theme_name(theme) for theme in themes if theme_name(theme) in clause.lower()]
            verb = "are" if len(named) > 1 else "is"
            assert clause.endswith(f" {verb} {word}"), sentence
            found |= {(name, word, place) for name in named for place in places}
    return found


@pytest.mark.parametrize("answered", range(1, 5))
def test_of_fewer_than_five_answers_nothing_is_said(answered: int) -> None:
    whole = publication(answered)
    with pytest.raises(ValueError, match="1111"):
        headline(whole.survey, whole.teams[0])


def test_a_theme_that_was_just_named_alone_is_not_named_again() -> None:
    """'Morale is lower than ... Morale leans negative' is how a program writes."""
    whole = publication(12)
    for rest, change in product((Verdict.ABOVE, Verdict.BELOW, Verdict.WITHIN_CHANCE), repeat=2):
        for points, verb in ((12, "leans negative"), (50, "is near the middle of the scale"), (88, "leans positive")):
            others = Said(50) if points != 50 else Said(12)
            case = (others, Said(points, rest, change), others, others)
            words = told(whole, case, with_scores=False)
            apart = (rest, change) != (Verdict.WITHIN_CHANCE,) * 2
            first = points != 50
            assert (f"chance. It {verb}." in words) is (apart and first), words
            alone = told(whole, (Said(None), case[1], Said(None), Said(None)), with_scores=False)
            assert (f"chance. It {verb}." in alone) is apart, alone


def test_a_theme_that_is_lower_here_and_higher_there_is_one_sentence() -> None:
    whole = publication(12)
    case = (Said(50), Said(50, Verdict.BELOW, Verdict.ABOVE), Said(50), Said(50))
    words = "Morale is lower than in other teams but higher than in Spring 2026, by more than chance."
    assert told(whole, case, with_scores=True).startswith(words)
    case = (Said(50), Said(50, Verdict.BELOW, Verdict.ABOVE), Said(50), Said(50, Verdict.BELOW))
    assert " but " not in told(whole, case, with_scores=True)


def test_what_was_asked_in_other_words_is_given_as_the_reason_only_where_it_is_one() -> None:
    whole = publication(12)
    every = frozenset(each.domain for each in whole.teams[0].domains)
    first = frozenset({whole.teams[0].domains[0].domain})
    for change in VERDICTS:
        for anew, words in (
            (every, "There is no change to show, as the questions changed."),
            (first, "There is no change to show yet, and some of the questions changed."),
            (frozenset[str](), "There is no change to show yet."),
        ):
            said = told(whole, (Said(50, None, change),) * 4, with_scores=False, anew=anew)
            assert (words in said) == (change is None)
            assert said.count("no change to show") == (change is None)


@pytest.mark.parametrize("with_scores", [False, True])
def test_many_themes_with_long_titles_still_make_short_sentences(with_scores: bool) -> None:
    """Of all questionnaires together twelve themes have scores, and some titles hold a comma or an 'and'."""
    whole = publication(12)
    core = whole.survey.questionnaires[0]
    themes = tuple(
        replace(core.domains[at % 4], id=f"theme-{at}", title=f"{TITLES[at % 4]} {'' if at < 4 else at}".strip())
        for at in range(12)
    )
    facts = replace(whole.survey, questionnaires=(replace(core, domains=themes),))
    result = whole.teams[0].domains[0]
    draw = Random(5)
    for _ in range(400):
        many = draw.randint(1, 12)
        case = [Said(draw.choice((10, 50, 90)), draw.choice(VERDICTS), draw.choice(VERDICTS)) for _ in range(many)]
        results = tuple(replace(said.of(result), domain=theme.id) for said, theme in zip(case, themes, strict=False))
        words = headline(facts, replace(whole.teams[0], domains=results), with_scores=with_scores).text
        assert_reads_well(words, themes[:many])


def test_a_long_title_is_a_name_in_quotes_and_an_abbreviation_keeps_its_capitals() -> None:
    theme = publication(6).survey.questionnaires[0].domains[0]
    names = {title: theme_name(replace(theme, title=title)) for title in ("Morale", "IT support", TITLES[2])}
    assert list(names.values()) == ["morale", "IT support", "‘High support, high challenge’"]


def assert_reads_well(words: str, themes: Sequence[Domain]) -> None:
    sentences = re.split(r"(?<=\.) ", words)
    assert all(re.match(r"[A-Z‘]", each) and each.endswith(".") for each in sentences), words
    assert not re.search(r"  |\.\.| [.,]|,,|,\.|\(\)|\{|\}|!|n=|\b(\w+) \1\b|\ban [^aeio]|\ba [aeio]", words), words
    assert not re.search(r"\b(best|worst|most|least|highest|lowest|strongest|weakest|no difference|same)\b", words)
    assert len(set(sentences)) == len(sentences)
    for sentence in sentences:
        assert len(sentence.split()) <= LONGEST, sentence
        unquoted = re.sub(r"‘[^’]*’", "Quoted", sentence)
        for theme in themes:
            name = theme_name(theme)
            assert (sentence if name.startswith("‘") else unquoted.lower()).count(name) <= 1, sentence
        # One theme leans, several lean; a list has an 'and' and no comma before it.
        for subject, verb in re.findall(r"^(.*?) (leans|lean|is near|are near) ", unquoted):
            several = " and " in subject or "themes" in subject
            assert (verb in ("lean", "are near")) is several, sentence
