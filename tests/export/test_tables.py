"""The table for the terminal: every released figure, no other, and nothing that steers a terminal."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from teamhealth.analysis.measures import measure
from teamhealth.analysis.scoring import score
from teamhealth.disclosure.release import release
from teamhealth.export.columns import REPLACEMENT, columns, harmless, width
from teamhealth.export.tables import text_table
from teamhealth.publication.types import Cap, CommentsResult, DomainResult, ItemResult, Publication, ShownScore
from tests.answers import many_teams, random_people, team_id
from tests.invented import publication

DAY = date(2026, 12, 7)


def line(text: str, beginning: str) -> str:
    return next(each for each in text.splitlines() if each.startswith(beginning))


def changed(whole: Publication, **changes: tuple[object, ...]) -> Publication:
    team = replace(whole.teams[0], **changes)  # type: ignore[arg-type]  # any field of a team
    return replace(whole, services=(replace(whole.services[0], teams=(team,)),))


def test_a_hidden_team_has_one_sentence_and_no_figure() -> None:
    text = text_table(publication(3))
    assert text.endswith(
        "Northgate\nFewer than 5 answers, or none, came in, so nothing can be shown."
        " That protects anyone who answered.\n"
    )
    assert "Workforce stability" not in text


def test_themes_items_and_bands_are_lined_up_with_their_words() -> None:
    text = text_table(publication(12))
    assert "Northgate\n12 of 13 people answered\n" in text
    shown = "Bureaucracy burden    37     30 to 44      leans negative: heavy  mostly alike"
    assert line(text, "Bureaucracy") == shown
    assert "6 of 12 favourable" in line(text, "Expecting to stay")
    assert "3 unfavourable, 3 neutral, 6 favourable" in line(text, "Cover")
    assert "two at most" in line(text, "Families keep")
    assert line(text, "Time face").endswith("20% or less: 7; 21% to 40%: 3; 41% or more: 2")


def test_a_small_team_has_words_and_no_counts() -> None:
    text = text_table(publication(6))
    assert line(text, "Cover").split() == ["Cover", "strength", "-", "-", "-"]
    assert line(text, "Time face").split() == [
        "Time",
        "face",
        "to",
        "face",
        "with",
        "families",
        "Up",
        "to",
        "20%",
        "-",
        "-",
    ]
    assert "favourable" not in text.replace("Favourable", "")


def test_what_is_not_shown_in_a_shown_team_says_so() -> None:
    whole = publication(6)
    team = whole.teams[0]
    text = text_table(
        changed(
            whole,
            domains=(DomainResult("stability", None), *team.domains[1:]),
            items=(ItemResult("st1", None), *team.items[1:]),
        )
    )
    assert line(text, "Workforce stability").split()[2:] == ["not", "shown", "-", "-", "-"]
    assert line(text, "Expecting to stay").split()[3:] == ["not", "shown", "-", "-", "-"]


def test_a_capped_score_is_never_a_number_alone() -> None:
    whole = publication(6)
    capped = DomainResult("stability", ShownScore(94, Cap.OR_MORE))
    text = text_table(changed(whole, domains=(capped, *whole.teams[0].domains[1:])))
    assert "94 or more" in line(text, "Workforce stability")


def test_comments_stand_after_all_figures_and_withheld_ones_are_counted() -> None:
    text = text_table(publication(6))
    assert text.index("In people’s own words") > text.index("Time at a computer")
    assert "  - Quieter rooms.\n" in text
    assert "  1 comment is withheld because it could name a person.\n" in text


def test_a_low_response_is_said() -> None:
    assert "take care" in text_table(publication(6, 12))
    assert "take care" not in text_table(publication(6, 8))


def test_totals_stand_below_their_service_and_at_the_end() -> None:
    asked = many_teams((8, 8, 8, 8, 4), services=2)
    responses = [each for number in range(4) for each in random_people(asked, 7, number, team_id(number))]
    text = text_table(release(measure(score(responses, asked), asked), asked, (), DAY))
    assert text.count("This service together") == 2
    assert text.count("All services together") == 1
    assert text.index("Millbrook") < text.index("This service together")


def test_other_teams_have_a_row_without_a_number_of_answers() -> None:
    asked = many_teams((9, 9, 9, 4, 4, 4))
    people = (7, 7, 8, 3, 3, 2)
    responses = [
        each for number, count in enumerate(people) for each in random_people(asked, count, number, team_id(number))
    ]
    text = text_table(release(measure(score(responses, asked), asked), asked, (), DAY))
    row = text[text.index("Not shown, together") : text.index("This service together")]
    assert "5 or more people answered" in row
    assert "3 and others" in text
    assert "left out" not in text


def test_answers_that_cannot_be_shown_are_said_to_be_left_out() -> None:
    asked = many_teams((9, 4))
    text = text_table(release(measure(score(random_people(asked, 7, 1, team_id(0)), asked), asked), asked, (), DAY))
    assert text.endswith("Answers that could be traced to a team are left out.\n")
    assert "left out" not in text_table(publication(3))


@pytest.mark.parametrize("steering", ["\x1b[2J", "\x07", "\u202e", "\u2028", "\x9b", "\ud800"])
def test_nothing_steers_the_terminal(steering: str) -> None:
    whole = changed(publication(6), comments=(CommentsResult("keep", (f"Tea{steering}room",)),))
    whole = replace(whole, survey=replace(whole.survey, title=f"Autumn{steering}2026"))
    text = text_table(whole)
    assert steering[0] not in text
    assert f"Tea{REPLACEMENT}" in text


def cell(text: str) -> str:
    return harmless(text) if harmless(text).strip() else "-"


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8)), max_size=5))
@example([("\n", "\n")])
def test_columns_line_up(rows: list[tuple[str, str]]) -> None:
    lines = columns(("Theme", "Score"), rows)
    assert len(lines) == len(rows) + 2
    rule = width(lines[1].split("  ")[0])
    for row, shown in zip(rows, lines[2:], strict=True):
        assert shown.startswith(cell(row[0]))
        assert width(shown) <= width(lines[1])
    assert rule == max(width(cell(each)) for each in ("Theme", *(row[0] for row in rows)))


def test_wide_and_combining_characters_are_measured_as_shown() -> None:
    assert [width(each) for each in ("ab", "\u65e5\u672c", "e\u0301")] == [2, 4, 1]
