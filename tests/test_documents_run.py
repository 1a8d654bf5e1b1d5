"""Every command that README and the documents show does what it says, on files made once by the same commands."""

import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from teamhealth.cli.commands import run
from teamhealth.exchange.results_file import read_whole_results
from teamhealth.exchange.survey_file import read_survey
from teamhealth.storage import surveys
from teamhealth.survey.ids import SurveyId
from tests.exchange.elsewhere import google_forms, microsoft_forms, people
from tests.exchange.tables_of_others import INDICATORS
from tests.ui.office import office
from tests.ui.rounds import store_rounds

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAPERS = [
    ROOT / "README.md",
    *sorted(DOCS.glob("guide-*.md")),
    *(DOCS / f"{name}.md" for name in ("it-guide", "many-councils", "formats", "protection", "release-checklist")),
]
# What is not run here, and why.
EXCEPTED = {
    "": "opens a window (tests/test_app.py)",
    "FILE": "opens a window (tests/ui/test_files_opened.py)",
}
_BLOCK = re.compile(r"```\w*\n(.*?)```", re.DOTALL)
_LINE = re.compile(r"^(?:\.venv/bin/)?teamhealth(?:-cli\.exe)?((?: .*)?)$", re.MULTILINE)
_INLINE = re.compile(r"`teamhealth(?:-cli\.exe)? ([^`]*[A-Z]{3}[^`]*)`")
# In the words after a command: 'or --meeting; --large-print'.
_ALSO = re.compile(r"--[a-z-]+(?: NAME| csv)?")
# One of these stands in a command at a time.
_ONE_OF = [
    {"--council", "--service NAME"},
    {"--compare", "--trends", "--pack"},
    {"--plan", "--told"},
    {"--team", "--meeting"},
]
# What a place in a command stands for, where it is not the name of a file that the fixture makes.
PLACES = {"TEAM": "Harbour", "NAME": "'Help and Protection'", "TITLE": "'Autumn 2026 team health'"}
# A demonstration that is small enough to be made here.
SMALL = {"demo": ["--teams", "2", "--waves", "1"]}
ASKING = ("open", "verify", "survey new")
# How a file of each kind begins; others are the program's own.
_TABLE = b'\xef\xbb\xbf"organisation",'
BEGINS = {".pdf": b"%PDF-1.7", ".xlsx": b"PK", ".csv": _TABLE, "": _TABLE, ".toml": b"# Which column holds what"}
SPEC = """
name = "{round} team health"
round = "{round}"
organisation = "Exampleshire Council"
one_time_codes = false
comments_from = "threshold"

[[services]]
name = "Help and Protection"

[[services.teams]]
name = "Northgate"
headcount = 9

[[services.teams]]
name = "Riverside"
headcount = 9

[[services.teams]]
name = "Harbour"
headcount = 9
"""
HR = """Service;Team;As at;Headcount;FTE;Leavers
Help and Protection;Northgate;30/09/2026;9;8,5;2
Help and Protection;Riverside;30/09/2026;9;9;1
"""


def _shown() -> Iterator[tuple[str, str]]:
    """Yield each command that a document shows, and once more with each option that its remark names."""
    for paper in PAPERS:
        text = paper.read_text(encoding="utf-8")
        for block in _BLOCK.findall(text):
            for line in _LINE.findall(block):
                command, _, remark = line.partition("#")
                yield paper.name, command.strip()
                for option in _ALSO.findall(remark):
                    yield paper.name, _with(command.strip(), option)
        for inline in _INLINE.findall(_BLOCK.sub("", text)):
            yield paper.name, " ".join(inline.split())


def _with(command: str, option: str) -> str:
    """Return a command with another option, in place of one that it does not go with."""
    group = next((each for each in _ONE_OF if option in each), set[str]())
    for other in group:
        if f" {other} " in command:
            return command.replace(f" {other} ", f" {option} ")
    return f"{command} {option}"


def _arguments(command: str) -> list[str]:
    plain = re.sub(r"(\w+)(?:\|\w+)+", r"\1", command)
    plain = re.sub(r"[\[\]]|\.\.\.", " ", plain)
    for place, meant in PLACES.items():
        plain = re.sub(rf"(?<= ){place}(?= |$)", meant, plain)
    arguments = shlex.split(plain)
    if "--late" in arguments:
        arguments.insert(arguments.index("X.threturn"), "LATE.threturn")
    arguments += SMALL.get(arguments[0], [])
    if command.startswith(ASKING):
        arguments += ["--passphrase-file", "passphrase.txt"]
    return ["--data-dir", "data", *arguments]


def _no_window(_folder: Path, _demonstration: bool, _file: Path | None = None) -> int:
    raise AssertionError("a window was asked for")


def _run(*arguments: str) -> int:
    return run(list(arguments), _no_window, lambda: "1.2.3")


def _survey(round_name: str, name: str, *more: str) -> Path:
    """Make a survey, and leave its two files under the names that the documents use."""
    Path("SPEC.toml").write_text(SPEC.format(round=round_name), encoding="utf-8")
    assert _run("survey", "new", "SPEC.toml", "--out", name, "--passphrase-file", "passphrase.txt", *more) == 0
    for ending in ("thsurvey", "thkey"):
        shutil.copy(f"{name}/{round_name} team health.{ending}", f"{name}.{ending}")
    shutil.rmtree(name)
    return Path(f"{name}.thsurvey")


def _sealed(survey: Path, teams: tuple[str, ...], name: str) -> None:
    """Seal answers of eight people in each of these teams."""
    asked = read_survey(survey).survey
    ids = {team.name: team.id for team in asked.teams}
    answering = people(asked, 8 * len(teams))
    placed = [replace(each, team=ids[teams[number % len(teams)]]) for number, each in enumerate(answering)]
    Path("ANSWERS.xlsx").write_bytes(microsoft_forms(asked, placed))
    Path("ANSWERS.csv").write_bytes(google_forms(asked, placed))
    assert _run("answers", "map", str(survey), "ANSWERS.xlsx", "--out", "MAPPING.toml", "--force") == 0
    done = _run("answers", "import", str(survey), "ANSWERS.xlsx", "--mapping", "MAPPING.toml", "--out", name)
    assert done == 0


def _opened(survey: str, sealed: str, out: str, *more: str) -> None:
    key = ("--key", f"{survey}.thkey", "--passphrase-file", "passphrase.txt")
    assert _run("open", f"{survey}.thsurvey", sealed, *key, "--out", out, *more) == 0


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds every file which the documents name, from two rounds of one council."""
    folder = tmp_path_factory.mktemp("desk")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        Path("passphrase.txt").write_text("quiet harbour kettle nine\n", encoding="utf-8")
        _sealed(_survey("Spring 2026", "FIRST"), ("Northgate", "Riverside", "Harbour"), "FIRST.threturn")
        _opened("FIRST", "FIRST.threturn", "EARLIER.thresults")
        shutil.copy("EARLIER.thresults", "OLD.thresults")
        survey = _survey("Autumn 2026", "SURVEY", "--follows", "FIRST.thsurvey")
        _sealed(survey, ("Harbour",), "LATE.threturn")
        _sealed(survey, ("Northgate", "Riverside"), "X.threturn")
        _opened("SURVEY", "X.threturn", "RESULTS.thresults", "--earlier", "EARLIER.thresults")
        shutil.copy("RESULTS.thresults", "FIRST.thresults")
        assert _run("results", "RESULTS.thresults", "--part", "Northgate", "--out", "TEAM.thresults") == 0
        assert _run("plan", "new", "RESULTS.thresults", "--team", "Northgate", "--out", "PLAN.xlsx") == 0
        shutil.copy(ROOT / "resources" / "questionnaires" / "team-health.toml", "FILE.toml")
        shutil.copy(INDICATORS, "DFE.csv")
        with office(Path("elsewhere")):
            pass
        assert _run("--data-dir", "elsewhere", "backup", "FILE") == 0
        Path("HR.csv").write_text(HR, encoding="utf-8")
        # Figures belong to a council that this computer knows: its results are kept here.
        with office(Path("data")) as workspace:
            results = read_whole_results(Path("RESULTS.thresults"))
            store_rounds(workspace, (results,))
            with workspace.database.connect() as store:
                surveys.close(store, SurveyId(results.survey.id), results.survey.published)
                surveys.publish(store, SurveyId(results.survey.id), results.survey.published)
        assert _run("--data-dir", "data", "workforce", "import", "HR.csv") == 0
    return folder


@pytest.fixture
def here(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a copy of that folder, so that no command sees what another wrote."""
    copy = tmp_path / "here"
    shutil.copytree(desk, copy)
    monkeypatch.chdir(copy)
    return copy


def test_what_is_not_run_is_still_shown() -> None:
    assert {("README.md", each) for each in EXCEPTED} <= set(_shown())


@pytest.mark.parametrize(("paper", "command"), sorted(set(_shown()) - {("README.md", each) for each in EXCEPTED}))
def test_it_does_what_it_says(here: Path, capsys: pytest.CaptureFixture[str], paper: str, command: str) -> None:
    arguments = _arguments(command)
    option = next((each for each in ("--out", "--headless") if each in arguments), None)
    out = here / arguments[arguments.index(option) + 1] if option is not None else None
    if out is not None and "--force" not in arguments:
        out.unlink(missing_ok=True)
    if "backup" in arguments:
        # It is there for what brings it back.
        (here / "FILE").unlink()
    status = _run(*arguments)
    said = capsys.readouterr()
    assert status == 0, f"{paper}: {command}\n{said.err}"
    if out is None:
        assert said.out.strip(), command
    elif out.is_dir():
        assert list(out.iterdir())
    else:
        assert out.read_bytes().startswith(BEGINS.get(out.suffix, b"{"))
