"""Every command of the program, one after another, on the files of an invented council.

``python -m tests.every_command FOLDER`` says how many: none that the program offers is left out.
"""

import sys
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import click

from teamhealth import app
from teamhealth.cli.commands import build
from teamhealth.resources import resource
from tests.cli.lead_office import OTHER_WORDS, TITLE, write_answers
from tests.cli.test_workforce import TABLE
from tests.exchange.tables_of_others import INDICATORS
from tests.services.council import WORDS
from tests.survey.spec_text import GOOD

PASSPHRASES = (WORDS, OTHER_WORDS)
KEY = ("--key", f"{TITLE}.thkey", "--passphrase-file", "pass")
SURVEY, RETURN, RESULTS = f"{TITLE}.thsurvey", "Alder.threturn", "all.thresults"
MADE = ("demo", "--headless", "demo", "--teams", "1", "--waves", "1")
# In an order in which each finds what it needs.
LINES: tuple[tuple[object, ...], ...] = (
    ("probe-display",),
    ("doctor",),
    ("check", resource("questionnaires") / "team-health.toml"),
    ("survey", "new", "SPEC.toml", "--out", ".", "--passphrase-file", "pass", "--large-print"),
    ("survey", "paper", SURVEY, "--out", "paper.pdf"),
    ("survey", "copy-key", f"{TITLE}.thkey", "--out", "copy.thkey", "--passphrase-file", "pass",
     "--new-passphrase-file", "pass2"),
    ("answers", "map", SURVEY, "Alder.csv", "--out", "mapping.toml"),
    ("answers", "import", SURVEY, "Alder.csv", "--out", RETURN),
    ("open", SURVEY, RETURN, *KEY, "--out", RESULTS),
    ("verify", RESULTS, "--survey", SURVEY, "--returns", RETURN, *KEY),
    ("results", RESULTS, "--format", "json"),
    ("report", RESULTS, "--team", "Alder", "--out", "alder.pdf"),
    ("plan", "new", RESULTS, "--team", "Alder", "--out", "plan.xlsx"),
    ("workforce", "import", "hr.csv", "--organisation", "Exampleshire Council", "--add-teams"),
    ("workforce", "reference", INDICATORS),
    ("workforce", "show"),
    MADE,
    ("backup", "all.thcopy"),
    ("restore", "all.thcopy", "--replace"),
    ("delete",),
)  # fmt: skip


def offered(group: click.Group, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Give every command that can be asked for, by its words."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from offered(command, (*before, name))
        else:
            yield (*before, name)


def left_out() -> set[tuple[str, ...]]:
    """Return the commands that no line asks for."""
    every = set(offered(build(app.open_app, str)))
    return every - {tuple(map(str, line[: len(words)])) for line in LINES for words in every}


def main() -> int:
    """Ask for each in a folder; returns the exit status of the first that fails."""
    with chdir(sys.argv[1]):
        here = Path()
        (here / "pass").write_text(WORDS, encoding="utf-8")
        (here / "pass2").write_text(OTHER_WORDS, encoding="utf-8")
        (here / "hr.csv").write_text(TABLE, encoding="utf-16")
        without_codes = GOOD.replace("[[services]]", "one_time_codes = false\n\n[[services]]", 1)
        (here / "SPEC.toml").write_text(without_codes, encoding="utf-8")
        for line in LINES:
            if line[:2] == ("answers", "map"):
                write_answers(here, {"Alder": 7}, here / "Alder.csv")
            status = app.run([*map(str, line), *(() if line == ("probe-display",) else ("--data-dir", "data"))])
            if status:
                print(*line, "leaves with", status, file=sys.stderr)
                return status
    print(f"\n{len(LINES)} commands")
    return 0


if __name__ == "__main__":
    sys.exit(main())
