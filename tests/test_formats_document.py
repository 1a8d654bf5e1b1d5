"""The document of formats gives examples that are read, and numbers, columns and kinds that are the program's."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from teamhealth.exchange import key_file, return_file, survey_file
from teamhealth.exchange.answer_mapping import Holds, parse_mapping
from teamhealth.exchange.workbook import LARGEST_BYTES as LARGEST_WORKBOOK
from teamhealth.exchange.workbook import LARGEST_UNPACKED
from teamhealth.export import json_figures
from teamhealth.export.csv_figures import COLUMNS
from teamhealth.export.figure_row import Kind, Level, Unit
from teamhealth.publication import document
from teamhealth.publication.version import FORMAT_VERSION
from teamhealth.resources import resource
from teamhealth.sealing.costs import SEAL_COST
from teamhealth.sealing.envelope_size import CONTENT_BYTES, ENVELOPE_BYTES
from teamhealth.sealing.seal_words import SEAL_SALT, SEAL_WORDS
from teamhealth.survey.policy import DAYS_BETWEEN_ROUNDS, CommentsChoice
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.survey.questionnaire_file import read_questionnaire
from teamhealth.survey.sound import LARGEST_HEADCOUNT, MOST_TEAMS
from teamhealth.survey.spares import MOST_SPARE_CODES
from teamhealth.survey.spec import SurveySpec
from teamhealth.survey.spec_file import parse_spec
from teamhealth.texts.lists import number_word

TEXT = (Path(__file__).parent.parent / "docs" / "formats.md").read_text(encoding="utf-8")
PLAIN = " ".join(TEXT.split())
MIB = 1024 * 1024
SPEC, MAPPING = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)


def _find(name: str) -> Questionnaire | None:
    path = resource("questionnaires", f"{name}.toml")
    return read_questionnaire(path) if path.is_file() else None


def _spec(text: str) -> SurveySpec:
    spec, doubts = parse_spec("SPEC.toml", text.encode(), _find)
    assert not [each for each in doubts if each.blocking]
    return spec


def test_the_example_of_a_spec_is_read_as_it_says() -> None:
    spec = _spec(SPEC)
    [service] = spec.services
    [team] = service.teams
    assert (spec.threshold, spec.spare_codes, spec.one_time_codes) == (5, 5, True)
    assert (spec.comments, spec.planned_closing) == (CommentsChoice.FROM_THRESHOLD, date(2026, 12, 4))
    assert (service.name, team.headcount, team.formerly) == ("Early Help", 9, ("Hawthorn",))


def test_what_is_called_optional_can_be_left_out_and_is_then_as_the_example_says() -> None:
    needed = "\n".join(line for line in SPEC.splitlines() if "# optional" not in line)
    spec, whole = _spec(needed), _spec(SPEC)
    assert len(needed) < len(SPEC) - 300
    for name in ("round_name", "questionnaires", "threshold", "one_time_codes", "spare_codes"):
        assert (name, getattr(spec, name)) == (name, getattr(whole, name) if name != "round_name" else spec.name)
    assert f"0 to {MOST_SPARE_CODES}" in SPEC


def test_the_example_of_a_mapping_is_read_as_it_says() -> None:
    mapping = parse_mapping("MAPPING.toml", MAPPING.encode())
    [column] = mapping.columns
    assert (mapping.layout, mapping.team, mapping.words) == ("google-forms", "Alder", {"Somewhat agree": 4})
    assert (column.holds, column.question, column.turned) == (Holds.QUESTION, "ps1", True)
    assert [each for each in Holds if not re.search(rf"\b{each.value}\b", MAPPING)] == []


@pytest.mark.parametrize(
    ("ending", "largest"),
    [
        ("thsurvey", survey_file.LARGEST_BYTES),
        ("thkey", key_file.LARGEST_BYTES),
        ("threturn", return_file.LARGEST_BYTES),
        ("thresults", document.LARGEST_BYTES),
    ],
)
def test_files_are_as_large_as_it_says(ending: str, largest: int) -> None:
    rows = re.findall(rf"^\| [^|]*`\.{ending}` \| [^|]+ \| (\d+) MiB", TEXT, re.MULTILINE)
    assert rows
    assert {int(each) * MIB for each in rows} == {largest}


@pytest.mark.parametrize("kind", [survey_file.KIND, key_file.KIND, return_file.KIND, document.KIND, json_figures.KIND])
def test_every_kind_of_file_is_named(kind: str) -> None:
    assert f'`"{kind}"`' in TEXT


@pytest.mark.parametrize(
    "said",
    [
        f"| `version` | {FORMAT_VERSION} |",
        f"{ENVELOPE_BYTES:,} each",
        f"sealed box of {CONTENT_BYTES:,} bytes",
        f"{SEAL_COST.operations} passes over {SEAL_COST.memory_bytes // MIB} MiB",
        f"with the salt `{SEAL_SALT.decode()}`",
        f"{number_word(SEAL_WORDS).capitalize()} times: the number modulo",
        f"At most {MOST_TEAMS:,} teams",
        f"{LARGEST_HEADCOUNT} people a team",
        f"It is refused until {DAYS_BETWEEN_ROUNDS} days after",
        f"over {LARGEST_WORKBOOK // MIB} MiB, or one that unpacks to more than {LARGEST_UNPACKED // MIB} MiB",
    ],
)
def test_numbers_are_the_programs(said: str) -> None:
    assert said in PLAIN


def _first_cells(head: str) -> Iterator[str]:
    """Yield the names in the first column of the table that has this head."""
    table = TEXT.split(head, 1)[1].split("\n\n")[0]
    for row in table.splitlines()[2:]:
        yield from re.findall(r"`([^`]+)`", row.split("|")[1])


def test_columns_of_the_csv_stand_in_their_order() -> None:
    assert tuple(_first_cells("| column | holds |")) == COLUMNS


def test_every_kind_of_figure_is_told_and_none_that_is_not() -> None:
    assert set(_first_cells("| `kind` | of | |")) == {each.value for each in Kind}


def test_levels_and_units_are_told() -> None:
    for column, values in (("level", Level), ("unit", Unit)):
        row = next(line for line in TEXT.splitlines() if line.startswith(f"| `{column}` |"))
        assert set(re.findall(r"`([^`]+)`", row.split("|")[2])) == {each.value for each in values if each.value}


def test_every_key_of_a_publication_is_told() -> None:
    schema = json.loads((Path(__file__).parent.parent / "docs" / "schemas" / "thresults.schema.json").read_bytes())
    keys = {
        key
        for name in ("Publication", "ServiceResult", "TeamResult", "DomainResult", "DomainQuality", "ItemQuality")
        for key in schema["$defs"][name]["properties"]
    }
    assert len(keys) > 30
    assert sorted(key for key in keys if f"`{key}`" not in TEXT) == []
