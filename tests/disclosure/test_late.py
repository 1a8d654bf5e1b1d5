"""A team that is published later: by itself, with what the first publication printed."""

from dataclasses import replace
from datetime import date

import pytest

from teamhealth.analysis.measures import TeamMeasures, measure
from teamhealth.analysis.scoring import score
from teamhealth.disclosure.late import release_late
from teamhealth.disclosure.release import release
from teamhealth.disclosure.reviewed import ReviewedComments
from teamhealth.publication.consistency import problems
from teamhealth.publication.document import publication_hash, read_document, write_document
from teamhealth.publication.types import DomainTotal, Publication, ShownScore
from teamhealth.survey.ids import TeamId
from teamhealth.survey.lineage import Descent, EarlierTeam, Lineage
from teamhealth.survey.survey import Survey
from tests.answers import many_teams, random_people, team_id

FIRST_DAY, LATER = date(2026, 12, 7), date(2026, 12, 20)
LATE = team_id(5)


def first_of(asked: Survey, present: int = 5) -> Publication:
    responses = [each for n in range(present) for each in random_people(asked, 7, n, team_id(n))]
    return release(measure(score(responses, asked), asked), asked, (), FIRST_DAY)


def measures_of(asked: Survey, people: int = 6) -> TeamMeasures:
    return measure(score(random_people(asked, people, 9, LATE), asked), asked).team(LATE)


ASKED = many_teams((8,) * 6)


def test_it_uses_the_first_ones_spread_and_enters_nothing() -> None:
    first = first_of(ASKED)
    late = release_late(measures_of(ASKED), ASKED, (), LATER, first)
    assert [team.id for team in late.teams] == [LATE]
    assert late.after == publication_hash(first)
    assert late.spreads == first.spreads
    assert late.spreads
    assert (late.council, late.council_items, late.pools, late.services[0].totals) == ((), (), (), ())
    assert {(each.rest, each.change) for each in late.teams[0].domains} == {(None, None)}
    assert problems(late) == ()
    assert read_document(write_document(late)) == late


def test_its_ranges_are_those_it_would_have_had_among_the_others_spread() -> None:
    one, other = (
        release_late(measures_of(ASKED), ASKED, (), LATER, replace(first_of(ASKED), spreads=spreads))
        for spreads in (first_of(ASKED).spreads, ())
    )
    # Without a printed spread it is 22 and alpha .5, which is wider than these.
    widths = [[d.likely.high - d.likely.low for d in each.teams[0].domains if d.likely] for each in (one, other)]
    assert all(a != b for a, b in zip(*widths, strict=True))


def test_what_it_came_out_of_is_told_and_of_no_other_team() -> None:
    gone, other = TeamId("8" * 32), TeamId("9" * 32)
    lineage = Lineage(
        (Descent(team_id(0), (team_id(0), other)), Descent(LATE, (LATE, gone))),
        earlier=(EarlierTeam(gone, "Ash", "Spring"), EarlierTeam(other, "Oak", "Spring")),
    )
    asked = replace(ASKED, lineage=lineage)
    first = first_of(ASKED)
    late = release_late(measures_of(asked), asked, (), LATER, first)
    assert late.lineage == Lineage((Descent(LATE, (LATE, gone)),), (), (EarlierTeam(gone, "Ash", "Spring"),))
    assert problems(late) == ()
    assert problems(replace(late, lineage=lineage))


def test_too_few_answers_stay_hidden() -> None:
    with pytest.raises(ValueError, match="too few answered"):
        release_late(measures_of(ASKED, 4), ASKED, (), LATER, first_of(ASKED))


def test_a_team_that_was_shown_cannot_come_again() -> None:
    with pytest.raises(ValueError, match="does not leave room"):
        release_late(measures_of(ASKED), ASKED, (), LATER, first_of(ASKED, 6))


def test_a_late_publication_cannot_be_the_first() -> None:
    late = release_late(measures_of(ASKED), ASKED, (), LATER, first_of(ASKED))
    with pytest.raises(ValueError, match="does not leave room"):
        release_late(measures_of(ASKED), ASKED, (), LATER, late)


def test_another_teams_comment_is_refused() -> None:
    with pytest.raises(ValueError, match="another team's"):
        release_late(
            measures_of(ASKED), ASKED, [ReviewedComments(team_id(0), "keep", ("Tea.",), 0)], LATER, first_of(ASKED)
        )


def test_a_late_publication_with_anything_above_a_team_is_found() -> None:
    late = release_late(measures_of(ASKED), ASKED, (), LATER, first_of(ASKED))
    total = DomainTotal("stability", ShownScore(50), 2)
    assert problems(replace(late, council=(total,)))
    assert problems(replace(late, left_out=True))
    assert problems(replace(late, spreads=late.spreads[::-1]))
    assert problems(replace(late, after=None))
    assert problems(replace(first_of(ASKED), after="0" * 64))
