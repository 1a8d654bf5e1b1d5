"""The questionnaire on paper asks what the screen asks, says who reads a sheet, and is a document for everybody."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import page
import pytest

from teamhealth.failures import FileUnwritable
from teamhealth.report.fonts import one_line
from teamhealth.report.paper_questionnaire import paper_questionnaire, write_paper_questionnaire
from teamhealth.report.sheet import LARGE
from teamhealth.resources import resource
from teamhealth.services.surveys import with_team
from teamhealth.survey.custody import Custody, CustodyKind
from teamhealth.survey.ids import TeamId
from teamhealth.survey.organisation import Team
from teamhealth.survey.policy import CommentsChoice
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.survey.questionnaire_file import read_questionnaire
from teamhealth.survey.questions import QuestionKind, lay_out
from teamhealth.survey.survey import Survey
from tests.invented import core_questionnaire, survey
from tests.report import pdf_checks as checks
from tests.report.samples import LONG_NAME
from tests.report.test_slips import CUSTODIES, WORDS, lead_survey, words_on

CHOSEN = Custody(CustodyKind.CHOSEN, "the <b>staff</b> representative")


def with_modules() -> Survey:
    """Return a survey of every questionnaire that the program brings."""
    others = sorted(resource("questionnaires").glob("*.toml"))
    modules = [read_questionnaire(path) for path in others if path.stem != "team-health"]
    return replace(lead_survey(), questionnaires=(core_questionnaire(), *modules))


def reworded(text: str, option: str = "") -> Survey:
    """Return a survey whose questions begin with a text, and whose options are one of their own."""
    core = core_questionnaire()

    def asked(questionnaire: Questionnaire) -> Questionnaire:
        domains = tuple(
            replace(domain, items=tuple(replace(item, text=f"{text} {item.text}") for item in domain.items))
            for domain in questionnaire.domains
        )
        scales = tuple(
            replace(scale, options=tuple(option or each for each in scale.options))
            for scale in questionnaire.response_scales
        )
        return replace(questionnaire, domains=domains, response_scales=scales)

    return replace(lead_survey(), questionnaires=(asked(core),))


def test_licence_and_source_are_printed_where_the_file_says_them() -> None:
    core = replace(core_questionnaire(), licence="OGL v3.0", source="A <b>report</b> of 2020")
    for asked, said in ((core, True), (replace(core, licence="", source=""), False)):
        words = one_line(words_on(paper_questionnaire(replace(lead_survey(), questionnaires=(asked,)), WORDS)))
        assert ("Source: A <b>report</b> of 2020. Licence: OGL v3.0." in words) is said


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "lead": lambda: paper_questionnaire(lead_survey(), WORDS),
    "lead, large": lambda: paper_questionnaire(lead_survey(), WORDS, LARGE),
    "lead, no codes": lambda: paper_questionnaire(survey(custody=Custody(CustodyKind.LEAD)), WORDS),
    "chosen": lambda: paper_questionnaire(survey(custody=CHOSEN), ()),
    "no comments": lambda: paper_questionnaire(survey(custody=CHOSEN, comments=CommentsChoice.NOT_ASKED), ()),
    "all modules": lambda: paper_questionnaire(with_modules(), WORDS),
    "long names": lambda: paper_questionnaire(lead_survey(LONG_NAME), ("thunderstorm",) * 3),
    "long questions": lambda: paper_questionnaire(reworded("A question of very many words. " * 12), WORDS),
    "hostile": lambda: paper_questionnaire(reworded("<b>Nor&\u202ehill \U0001f600\x01 =cmd()"), WORDS),
    "Welsh": lambda: paper_questionnaire(reworded("Ŵyth ŷd, ân i’r tŷ:", "Anghytuno’n gryf iawn"), WORDS),
    "Welsh, large": lambda: paper_questionnaire(reworded("Ŵyth ŷd:", "Anghytuno’n gryf iawn"), WORDS, LARGE),
}


@pytest.mark.parametrize("case", DOCUMENTS)
def test_documents_are_accessible_and_nothing_is_out_of_place(case: str) -> None:
    content = DOCUMENTS[case]()
    report = page.validate_pdf_bytes(content, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert checks.place_problems(content) == []
    with checks.opened(content) as pdf:
        assert checks.header_problems(pdf) == []
        assert checks.parent_tree_problems(pdf) == []
        assert checks.bookmark_problems(pdf) == []
        assert checks.font_problems(pdf) == []
        assert "/CreationDate" not in pdf.docinfo


def test_every_question_is_asked_with_every_option_and_its_number() -> None:
    asked = with_modules()
    said = words_on(paper_questionnaire(asked, WORDS))
    questions = [question for section in lay_out(asked) for question in section.questions]
    for number, question in enumerate(questions, 1):
        assert f"{number}. {one_line(question.text)}" in said
        if question.kind is QuestionKind.BANDED:
            for code in sorted(question.codes):
                assert f"{code} {one_line(question.option(code))}" in said
    # A row of the table holds a box for each of the seven that the screen offers.
    assert said.count("1 2 3 4 5 9 0") == sum(1 for each in questions if each.kind is QuestionKind.AGREEMENT)
    for head in ("Strongly disagree", "Does not apply to me", "Prefer not to say"):
        assert head in said


def test_options_of_long_words_are_told_above_the_table() -> None:
    said = words_on(paper_questionnaire(reworded("Cwestiwn", "Anghytuno’ngryfiawnwir"), WORDS))
    assert "1 Anghytuno’ngryfiawnwir; 2 Anghytuno’ngryfiawnwir;" in said
    assert "1 2 3 4 5 9 0" in said


@pytest.mark.parametrize("custody", [each for each in CUSTODIES if each.kind is not CustodyKind.MANAGER], ids=repr)
def test_it_goes_to_whoever_opens_the_answers_and_claims_no_more(custody: Custody) -> None:
    said = words_on(paper_questionnaire(survey(custody=custody), WORDS if custody.kind is CustodyKind.LEAD else ()))
    assert "and so reads it" in said
    assert "Your manager cannot open" not in said
    assert said.count("never to your manager.") == 2
    assert ("Your code, from the slip" in said) == custody.one_time_codes
    assert ("somebody could answer more than once" in said) != custody.one_time_codes
    assert (" ".join(WORDS) in said) == (custody.kind is CustodyKind.LEAD)


def test_there_is_none_where_the_manager_opens_the_answers() -> None:
    with pytest.raises(ValueError, match="manager"):
        paper_questionnaire(survey(custody=Custody(CustodyKind.MANAGER)), ())


def test_comments_bear_the_warning_and_are_left_out_where_none_are_asked() -> None:
    warning = "Comments are read word for word. They are shown from 5 answers. Please do not name anyone."
    assert words_on(DOCUMENTS["lead"]()).count(warning) == 2
    assert "In your own words" not in words_on(DOCUMENTS["no comments"]())


def test_the_team_is_written_in_only_where_there_are_several() -> None:
    assert "Your team" in words_on(DOCUMENTS["lead"]())
    assert "Your team" not in words_on(DOCUMENTS["chosen"]())


def test_it_is_four_pages_and_the_same_bytes_each_time() -> None:
    with checks.opened(DOCUMENTS["lead"]()) as pdf:
        assert len(pdf.pages) == 4
    assert DOCUMENTS["lead"]() == DOCUMENTS["lead"]()


def test_the_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_paper_questionnaire(lead_survey(), WORDS, tmp_path / "paper.pdf")
    assert (tmp_path / "paper.pdf").read_bytes() == DOCUMENTS["lead"]()
    with pytest.raises(FileUnwritable):
        write_paper_questionnaire(lead_survey(), WORDS, tmp_path / "nowhere" / "paper.pdf")


def test_a_sheet_for_several_teams_says_who_leaves_the_comments_empty() -> None:
    asked = lead_survey()
    small = Team(TeamId("7" * 32), "Elm", 4)
    mixed = with_team(asked, replace(asked.teams[0], headcount=9))
    service = replace(mixed.services[0], teams=(*mixed.services[0].teams, small))
    mixed = replace(mixed, services=(service, *mixed.services[1:]))
    said = words_on(paper_questionnaire(mixed, WORDS))
    assert "A team with too few people for that is not asked for comments." in said
    assert "Leave these empty if your team is Elm: it has too few people." in said
    assert "Leave these empty" not in words_on(DOCUMENTS["lead"]())
