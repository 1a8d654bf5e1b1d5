"""Every known failure has words: what happened, whether data is safe, what to do."""

import inspect
from pathlib import Path

import pytest

from teamhealth import failures
from teamhealth.failures import Failure
from teamhealth.texts.failure_words import words_for

EXAMPLES: dict[type[Failure], Failure] = {
    failures.QuestionnaireInvalid: failures.QuestionnaireInvalid("a.toml", ("minutes: is missing",)),
    failures.WrongPassphrase: failures.WrongPassphrase(10),
    failures.WrongPin: failures.WrongPin(0),
    failures.TriedTooSoon: failures.TriedTooSoon(1),
    failures.HeadcountImpossible: failures.HeadcountImpossible(4, 5, 200),
    failures.NameInvalid: failures.NameInvalid(60),
    failures.DraftIncomplete: failures.DraftIncomplete((("team", "Enter the team’s name."),)),
    failures.TooSoonForTeam: failures.TooSoonForTeam("Northgate", "4 December 2026"),
    failures.FollowsTooSoon: failures.FollowsTooSoon("Autumn 2026", "4 December 2026", "2 February 2027"),
    failures.FileUnreadable: failures.FileUnreadable(Path("a.thresults"), "damaged"),
    failures.FileUnwritable: failures.FileUnwritable(Path("a.pdf"), "open"),
    failures.PassphraseTooShort: failures.PassphraseTooShort(4),
    failures.SpecInvalid: failures.SpecInvalid("a.toml", ("name: is missing",)),
    failures.ResultsDiffer: failures.ResultsDiffer(("Northgate",)),
    failures.PlanSheetInvalid: failures.PlanSheetInvalid(
        "plan.xlsx", tuple(f"Row {row}: no date." for row in range(9))
    ),
    failures.TeamNotLate: failures.TeamNotLate("Northgate", "opened"),
    failures.TableInvalid: failures.TableInvalid("hr.csv", ("Row 2: there is no team or service.",)),
    failures.SheetUnclear: failures.SheetUnclear("hr.xlsx", ("Several sheets hold a table: ‘May’, ‘June’.",)),
    failures.NoSuchService: failures.NoSuchService("Nowhere", ("Help and Protection", "Children in Care")),
    failures.NoSuchTeam: failures.NoSuchTeam("Nowhere", ("Northgate", "Harbour")),
}
WITHOUT_WORDS = {Failure, failures.FolderFailure}


def _example(kind: type[Failure]) -> Failure:
    if kind in EXAMPLES:
        return EXAMPLES[kind]
    if issubclass(kind, failures.FolderFailure):
        return kind(Path("somewhere"), "OneDrive")
    return kind("x")


KINDS = [
    each
    for _, each in inspect.getmembers(failures, inspect.isclass)
    if issubclass(each, Failure) and each not in WITHOUT_WORDS
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_failure_has_words_of_its_own(kind: type[Failure]) -> None:
    words = words_for(_example(kind))
    assert words.what
    assert words.what != words_for(RuntimeError()).what
    assert words.code == f"TH-{kind.__name__}"
    assert "\n" not in words.line


@pytest.mark.parametrize("kind", KINDS)
def test_words_are_plain(kind: type[Failure]) -> None:
    line = words_for(_example(kind)).line
    for avoided in ("!", "respondent", "encrypt", "submit", "exception", "SQL", "--", "command line"):
        assert avoided not in line


@pytest.mark.parametrize(
    "failure",
    [
        failures.FolderReadOnly(Path("D:/TeamHealth")),
        failures.FolderClosed(Path("D:/TeamHealth")),
        failures.FolderGone(Path("D:/TeamHealth")),
        failures.FolderEmpty(Path("D:/TeamHealth")),
        failures.SettingsSpoilt(Path("D:/TeamHealth")),
        failures.FolderUnknown(Path("TeamHealth"), "home"),
    ],
)
def test_only_the_command_line_names_its_option(failure: failures.FolderFailure) -> None:
    words = words_for(failure)
    assert words.do
    assert words.command_line.startswith(words.line)
    assert "--data-dir" in words.command_line


@pytest.mark.parametrize("kind", [failures.DatabaseDamaged, failures.DatabaseForeign])
def test_the_command_that_brings_a_copy_back_is_named_on_the_command_line_only(
    kind: type[failures.FolderFailure],
) -> None:
    words = words_for(kind(Path("D:/TeamHealth")))
    assert "Bring a copy of all data (.thcopy) back" in words.do
    assert words.command_line == f"{words.line} ‘teamhealth restore FILE --replace’ brings a copy back."


@pytest.mark.parametrize("reason", ["missing", "newer", "older", "large", "damaged", "other"])
def test_each_reason_for_an_unreadable_file_is_told(reason: str) -> None:
    line = words_for(failures.FileUnreadable(Path("a.thresults"), reason)).line
    assert "a.thresults" in line
    assert "Nothing on this computer has been changed." in line


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("survey", "Surveys"),
        ("return", "Sealed returns"),
        ("results", "Results"),
        ("part", "Results"),
        ("key", "survey file"),
    ],
)
def test_a_sound_file_in_the_wrong_place_is_called_what_it_is_and_led_to_its_own(kind: str, place: str) -> None:
    words = words_for(failures.FileUnreadable(Path("a.thresults"), "other", kind))
    assert place in words.do
    assert "not the kind" not in words.what


@pytest.mark.parametrize("reason", ["open", "full", "denied", "missing"])
def test_each_reason_for_an_unwritable_file_is_told(reason: str) -> None:
    words = words_for(failures.FileUnwritable(Path("a.pdf"), reason))
    assert words.safe == "What was there before is unchanged, and nothing of the new file has been written."
    assert words.do


def test_waiting_is_told_in_seconds() -> None:
    assert "1 second." in words_for(failures.TriedTooSoon(1)).line
    assert "10 seconds." in words_for(failures.WrongPassphrase(10)).line


def test_an_unknown_failure_says_that_answers_are_safe() -> None:
    words = words_for(RuntimeError("secret words"))
    assert "Answers that were sent are safe" in words.safe
    assert "secret" not in words.line


def test_of_many_things_wrong_with_a_questionnaire_it_is_said_how_many_more_and_where_all_are_listed() -> None:
    few = words_for(failures.QuestionnaireInvalid("a.toml", ("one", "two")))
    assert "teamhealth check" not in few.line
    many = words_for(failures.QuestionnaireInvalid("a.toml", tuple(f"key{number}: is missing" for number in range(9))))
    assert "key4: is missing; 4 more things are wrong." in many.what
    assert "teamhealth check" in many.do


@pytest.mark.parametrize(
    ("file", "reason", "do"),
    [
        ("northgate.threturn", "damaged", "Ask for the file to be exported again."),
        ("all.thcopy", "damaged", "Use another copy, if there is one."),
        ("teams.xls", "other", "Save it as .xlsx or .csv in the program that made it."),
        ("teams.xlsx", "damaged", "Fetch or save it again, and try that."),
        ("passphrase.txt", "other", "Check that it is the right file."),
    ],
)
def test_only_what_somebody_has_exported_is_to_be_exported_again(file: str, reason: str, do: str) -> None:
    assert words_for(failures.FileUnreadable(Path(file), reason)).do == do
