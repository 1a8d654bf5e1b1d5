"""A publication tells where a team comes from, and its part tells that team's story only."""

from dataclasses import replace

from teamhealth.publication.part import part_of, part_problems, read_part, write_part
from teamhealth.publication.types import Publication
from teamhealth.survey.ids import TeamId
from teamhealth.survey.lineage import Descent, EarlierTeam, Lineage
from teamhealth.survey.lineage_words import closed_sentence, origin_sentence
from tests.invented import TEAM_ID, publication

ALDER, BEECH, ELDER = (
    EarlierTeam(TeamId(each * 32), name, "Spring 2026")
    for each, name in (("a", "Alder"), ("b", "Beech"), ("e", "Elder"))
)
RENAMED = Lineage(earlier=(EarlierTeam(TEAM_ID, "Hawthorn", "Spring 2026"),))
MERGED = Lineage((Descent(TEAM_ID, (BEECH.id, ALDER.id)),), (ELDER.id,), (BEECH, ELDER, ALDER))


def told(lineage: Lineage) -> Publication:
    return replace(publication(6), lineage=lineage)


def test_a_merged_team_says_what_it_was_formed_from() -> None:
    assert origin_sentence(MERGED, TEAM_ID) == "Formed from Alder and Beech since Spring 2026."


def test_a_renamed_team_says_what_it_was_called() -> None:
    assert origin_sentence(RENAMED, TEAM_ID) == "Called Hawthorn in Spring 2026."


def test_a_team_that_went_on_says_nothing() -> None:
    assert origin_sentence(publication(6).lineage, TEAM_ID) is None
    assert closed_sentence(Lineage()) is None


def test_closed_teams_are_named() -> None:
    assert closed_sentence(MERGED) == "Closed since Spring 2026: Elder."


def test_a_part_tells_its_own_team_only() -> None:
    part = part_of(told(MERGED), TEAM_ID)
    assert part.publication.lineage == Lineage(MERGED.descents, (), (BEECH, ALDER))
    assert read_part(write_part(part)) == part
    assert part_problems(replace(part, publication=replace(part.publication, lineage=MERGED)))
