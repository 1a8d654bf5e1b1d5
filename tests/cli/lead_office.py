"""How tests script a survey lead: a command, and the files it is given."""

import csv
import random
from collections.abc import Mapping
from pathlib import Path

from teamhealth.cli.commands import run
from teamhealth.exchange.survey_file import read_survey
from teamhealth.survey.questions import lay_out

OTHER_WORDS = "paper lantern seven rivers"


TITLE = "Autumn 2026 team health"


def no_window(folder: Path, demonstration: bool, file: Path | None = None, /) -> int:
    raise AssertionError("no window was asked for")


def ran(*arguments: object) -> int:
    return run([str(each) for each in arguments], no_window, lambda: "1.2.3")


def survey_in(folder: Path) -> Path:
    return folder / f"{TITLE}.thsurvey"


def returns_in(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.threturn"))


def key_in(folder: Path, name: str = f"{TITLE}.thkey", words: str = "pass") -> tuple[object, ...]:
    return ("--key", folder / name, "--passphrase-file", folder / words)


def write_answers(folder: Path, people: Mapping[str, int], path: Path, seed: int = 1) -> None:
    rng = random.Random(seed)
    questions = [each for section in lay_out(read_survey(survey_in(folder)).survey) for each in section.questions]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["team", *(each.id for each in questions)])
        for team, count in people.items():
            for number in range(count):
                writer.writerow(
                    [
                        team,
                        *(rng.choice(sorted(each.codes)) if each.codes else f"{team} {number}" for each in questions),
                    ]
                )


def open_all(folder: Path, out: Path, *more: object) -> int:
    return ran("open", survey_in(folder), *returns_in(folder), *key_in(folder), "--out", out, *more)
