"""Each code stands on one slip of its own team, and slips, notice and poster are documents for everybody."""

import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import page
import pytest

from teamhealth.failures import FileUnwritable
from teamhealth.report.poster import poster
from teamhealth.report.seal_words import seal_words, write_seal_words
from teamhealth.report.sheet import LARGE, ORDINARY, Sheet
from teamhealth.report.slips import slips, spare_slips, write_slips, write_spare_slips
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.ids import TeamId
from teamhealth.survey.organisation import Service, Team
from teamhealth.survey.policy import CommentsChoice
from teamhealth.survey.protection import does_not_protect_against, protects_against
from teamhealth.survey.survey import Survey
from tests.invented import TEAM_ID, survey
from tests.report import pdf_checks as checks
from tests.report.samples import LONG_NAME, WELSH

LEAD = Custody(CustodyKind.LEAD, one_time_codes=True)
OTHER_ID = TeamId("7" * 32)
WORDS = ("walnut", "ferry", "copper")


def lead_survey(name: str = "Northgate") -> Survey:
    """Return a survey of two teams that a lead opens."""
    whole = survey(custody=LEAD, team_name=name)
    service = whole.services[0]
    return replace(
        whole, services=(Service(service.id, service.name, (*service.teams, Team(OTHER_ID, "Southgate", 7))),)
    )


def codes_of(count: int, beginning: str = "H7K2") -> tuple[str, ...]:
    return tuple(f"{beginning} 9Q{number:02} 4DT" for number in range(count))


def both(first: int = 9, second: int = 7) -> Mapping[TeamId, Sequence[str]]:
    return {TEAM_ID: codes_of(first), OTHER_ID: codes_of(second, "R3WN")}


def words_on(content: bytes, number: int = 0) -> str:
    """Return the words of a page from 1, or of all; with spaces and line ends made one space."""
    pages = ["-f", str(number), "-l", str(number)] if number else []
    run = subprocess.run(["pdftotext", "-raw", *pages, "-", "-"], input=content, capture_output=True, check=True)
    return " ".join(run.stdout.decode().split())


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "slips": lambda: slips(lead_survey(), both()),
    "spare slips": lambda: spare_slips(lead_survey(), codes_of(8)),
    "no slips": lambda: slips(lead_survey(), both(0, 1)),
    "slips, long name": lambda: slips(lead_survey(LONG_NAME * 2), both()),
    "slips, hostile name": lambda: slips(lead_survey("<b>Nor&\u202ehill \U0001f600\x01"), both()),
    "slips, wide codes": lambda: slips(lead_survey(WELSH[1]), {TEAM_ID: ["WWWW MMMM WWW", "0000 1111 000"]}),
    "notice": lambda: seal_words(lead_survey(), WORDS),
    "notice, long words": lambda: seal_words(lead_survey(LONG_NAME), ("thunderstorm", "questionnaire", "accumulator")),
    "poster, lead": lambda: poster(lead_survey()),
    "poster, chosen": lambda: poster(survey(custody=Custody(CustodyKind.CHOSEN, "the <b>staff</b> representative"))),
    "poster, no codes": lambda: poster(survey(custody=Custody(CustodyKind.LEAD))),
    "poster, manager": lambda: poster(survey(comments=CommentsChoice.NOT_ASKED)),
}


@pytest.mark.parametrize("case", DOCUMENTS)
def test_documents_are_accessible(case: str) -> None:
    content = DOCUMENTS[case]()
    report = page.validate_pdf_bytes(content, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    with checks.opened(content) as pdf:
        assert checks.header_problems(pdf) == []
        assert checks.parent_tree_problems(pdf) == []
        assert checks.bookmark_problems(pdf) == []
        assert "/CreationDate" not in pdf.docinfo
        assert "/ModDate" not in pdf.docinfo
        with pdf.open_metadata() as metadata:
            assert "xmp:CreateDate" not in metadata


def test_every_code_is_on_one_slip_of_its_team() -> None:
    content = slips(lead_survey(), both())
    # The lead's page, two pages of nine slips and two of seven.
    with checks.opened(content) as pdf:
        assert len(pdf.pages) == 5
        assert len([each for each in checks.elements(pdf) if checks.role(each) == "LI"]) == 6 + 9 + 7
    said = words_on(content)
    for team, given in both().items():
        name = lead_survey().team(team).name
        for code in given:
            assert said.count(code) == 1
            number = next(place for place in range(1, 6) if code in words_on(content, place))
            assert f"{name}, Autumn 2026" in words_on(content, number)
    assert not any("Southgate" in words_on(content, place) for place in (2, 3))


def test_slips_stand_in_the_order_given_and_say_what_to_do() -> None:
    given = tuple(reversed(codes_of(6)))
    said = words_on(slips(lead_survey(), {TEAM_ID: given}), 2)
    places = [said.index(code) for code in given]
    assert places == sorted(places)
    for promise in ("Your manager cannot open your answers.", "removed when they are opened.", "works once"):
        assert said.count(promise) == 6


@pytest.mark.parametrize("print_", [ORDINARY, LARGE])
def test_a_slip_says_its_teams_whole_name(print_: Sheet) -> None:
    content = slips(lead_survey(LONG_NAME), both(6), print_)
    assert words_on(content, 2).count(f"{LONG_NAME}, Autumn 2026 Your code") == (6 if print_ is ORDINARY else 2)


@pytest.mark.parametrize("print_", [ORDINARY, LARGE])
@pytest.mark.parametrize("wide", [LONG_NAME, "Walworth and Wandsworth Wellbeing Workers’ Workforce Network"])
def test_a_slip_cuts_no_name_of_team_council_or_round(print_: Sheet, wide: str) -> None:
    whole = lead_survey(wide)
    council = "Bournemouth, Christchurch, Poole and Norhill Unitary Council"
    whole = replace(
        whole, organisation=replace(whole.organisation, name=council), wave=replace(whole.wave, name="Winter " * 8)
    )
    content = slips(whole, both(6), print_)
    assert "…" not in words_on(content)
    assert words_on(content, 2).count(f"{council} {wide}, Winter") == (4 if print_ is ORDINARY else 2)


def test_a_name_of_sixty_wide_letters_is_written_smaller_before_it_is_cut() -> None:
    whole = lead_survey("W" * 60)
    whole = replace(whole, organisation=replace(whole.organisation, name="M" * 60))
    for print_ in (ORDINARY, LARGE):
        assert words_on(slips(whole, both(2), print_), 2).replace(" ", "").count("W" * 60) == 3


def test_what_the_document_says_of_itself_holds_no_code() -> None:
    content = slips(lead_survey(), both())
    with checks.opened(content) as pdf:
        about = " ".join(str(value) for value in pdf.docinfo.values())
        with pdf.open_outline() as outline:
            about += " ".join(item.title for root in outline.root for item in (root, *root.children))
    assert "Northgate" in about
    assert "H7K2" not in about


def test_the_slips_do_not_tell_the_seal_words_and_the_notice_tells_no_code() -> None:
    assert " ".join(WORDS) in words_on(seal_words(lead_survey(), WORDS))
    assert not any(word in words_on(slips(lead_survey(), both())) for word in WORDS)


def test_the_same_survey_gives_the_same_bytes() -> None:
    assert slips(lead_survey(), both()) == slips(lead_survey(), both())
    assert poster(lead_survey()) == poster(lead_survey())


@pytest.mark.parametrize("case", [each for each in DOCUMENTS if not each.startswith(("slips", "spare", "no"))])
def test_poster_and_notice_are_one_page(case: str) -> None:
    with checks.opened(DOCUMENTS[case]()) as pdf:
        assert len(pdf.pages) == 1


CUSTODIES = (
    LEAD,
    Custody(CustodyKind.LEAD),
    Custody(CustodyKind.CHOSEN, "the staff representative"),
    Custody(CustodyKind.MANAGER),
)


@pytest.mark.parametrize("custody", CUSTODIES, ids=repr)
def test_the_poster_says_both_lists_of_its_custody(custody: Custody) -> None:
    said = words_on(poster(survey(custody=custody)))
    for sentence in (*protects_against(custody), *does_not_protect_against(custody)):
        assert sentence.split(":")[0][:20] in said
    assert ("not anonymous" in said) == (custody.kind is CustodyKind.MANAGER)
    assert ("Your manager cannot open your answers." in said) == (custody.kind is CustodyKind.LEAD)
    assert ("each code counts once" in said) == custody.one_time_codes


def test_a_manager_who_opens_is_never_said_to_be_kept_out() -> None:
    said = " ".join(protects_against(Custody(CustodyKind.MANAGER)))
    assert "manager" not in said
    assert "code" not in said
    assert "everyone" in " ".join(does_not_protect_against(Custody(CustodyKind.MANAGER)))


def test_where_there_are_no_codes_none_is_spoken_of() -> None:
    bare = survey(custody=Custody(CustodyKind.LEAD))
    assert "each code" not in words_on(poster(bare))
    assert "code" in words_on(seal_words(lead_survey(), WORDS))
    told = words_on(seal_words(bare, WORDS))
    assert "code" not in told.replace("This survey uses no code slips.", "")
    assert "So somebody could answer more than once." in told
    assert "With fewer than 5, a team is never shown by itself." in told
    assert "more than once" not in words_on(seal_words(lead_survey(), WORDS))


def test_the_notice_speaks_of_comments_only_where_a_team_is_asked_for_them() -> None:
    whole = lead_survey()
    service = whole.services[0]
    small = tuple(replace(team, headcount=4) for team in service.teams)
    assert "Comments are read word for word." in words_on(seal_words(whole, WORDS))
    nobody = replace(whole, services=(replace(service, teams=small),))
    assert "Comments" not in words_on(seal_words(nobody, WORDS))


def test_spare_slips_name_no_team() -> None:
    said = words_on(spare_slips(lead_survey(), codes_of(3)))
    assert "3 spare slips" in said
    assert "Northgate" not in said
    assert said.count("works once") == 3


def test_an_unknown_team_is_refused() -> None:
    with pytest.raises(KeyError):
        slips(survey(custody=LEAD), {OTHER_ID: codes_of(1)})


def test_files_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_slips(lead_survey(), both(), tmp_path / "slips.pdf")
    assert (tmp_path / "slips.pdf").read_bytes() == slips(lead_survey(), both())
    write_spare_slips(lead_survey(), codes_of(2), tmp_path / "spare.pdf")
    assert (tmp_path / "spare.pdf").read_bytes() == spare_slips(lead_survey(), codes_of(2))
    with pytest.raises(FileUnwritable):
        write_seal_words(lead_survey(), WORDS, tmp_path / "nowhere" / "words.pdf")
