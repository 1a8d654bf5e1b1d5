"""What the guides name is there: buttons in the program's words, commands with their options, pictures and files."""

import re
import shlex
from pathlib import Path

import click
import pytest
from babel.messages.pofile import read_po

from teamhealth.cli.commands import build

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
GUIDES = sorted(DOCS.glob("guide-*.md"))
PAPERS = sorted(
    [
        ROOT / "README.md",
        *(path for folder in ("", "information-governance", "releases") for path in (DOCS / folder).glob("*.md")),
    ]
)
# Those that tell people what to press and what stands on the screen.
TELLING = [
    *GUIDES,
    *(DOCS / f"{name}.md" for name in ("it-guide", "protection", "release-checklist")),
    *sorted((DOCS / "information-governance").glob("*.md")),
]
READ_BY_ALL = [
    *GUIDES,
    *(DOCS / "information-governance" / f"{name}.md" for name in ("privacy-notice", "rules-of-use")),
]
# Quoted, and nothing of the program's.
OTHERS_WORDS = {
    "Night sky",
    (
        "No record shows results of teams of fewer than five answers. They could only be worked out by opening"
        " sealed answers, which would break what staff were promised."
    ),
    "We hold no results of teams of fewer than five answers.",
    "We hold answers to a questionnaire that cannot be linked to you.",
    "as told",
}
_ITALIC = re.compile(r"(?<![*\w])\*([^*\n]+)\*(?!\*)")
_COMMAND = re.compile(r"^(?:\.venv/bin/)?teamhealth(?:-cli\.exe)?( .*)?$", re.MULTILINE)
_CODE = re.compile(r"```\w*\n(.*?)```", re.DOTALL)
_INLINE = re.compile(r"`[^`]*`")
_QUOTED = re.compile(r"(?<![\w])'([^']+?(?:'(?:s|t|re)\b[^']*)*)'(?!\w)")
_STRAIGHT = str.maketrans("‘’", "''")


def _words() -> set[str]:
    with (ROOT / "resources" / "translations" / "teamhealth.pot").open("rb") as file:
        return {each.id if isinstance(each.id, str) else each.id[0] for each in read_po(file) if each.id}


def _pattern(words: str) -> str:
    """Return a message with its places left open, as in 'Save the part of {team}'."""
    return re.sub(r"\\\{\w+\\\}", ".+", re.escape(words))


def test_there_is_a_guide_for_each_kind_of_reader() -> None:
    assert [path.stem for path in GUIDES] == ["guide-hr", "guide-survey-leads", "guide-team-managers"]


def _sentences(paper: Path) -> list[str]:
    """Return the sentences of a paper's paragraphs and lists, without headings, tables, pictures and code."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", _CODE.sub("", paper.read_text(encoding="utf-8")))
    blocks = re.split(r"\n\s*\n|\n\s*(?:-|\d+\.) ", re.sub(r"^[#|].*$", "", text, flags=re.MULTILINE))
    return [each for block in blocks for each in re.split(r"(?<=[.?:;])(?:[*\")']*)\s+", " ".join(block.split()))]


@pytest.mark.parametrize("paper", READ_BY_ALL, ids=lambda path: path.stem)
def test_sentences_are_as_short_as_those_of_the_program(paper: Path) -> None:
    assert [each for each in _sentences(paper) if len(each.split()) > 24] == []


def _patterns(known: set[str]) -> list[re.Pattern[str]]:
    """Return messages with places in them; those that are nearly all places would match anything."""
    return [re.compile(_pattern(each)) for each in known if "{" in each and len(re.sub(r"\{\w+\}|\W", "", each)) > 8]


def _plain_text(paper: Path) -> str:
    return " ".join(_INLINE.sub("", _CODE.sub("", paper.read_text(encoding="utf-8"))).split())


@pytest.mark.parametrize("paper", TELLING, ids=lambda path: path.stem)
def test_every_button_and_page_is_called_as_in_the_program(paper: Path) -> None:
    known = _words()
    patterns = _patterns(known)
    missing = [
        step
        for path in _ITALIC.findall(_plain_text(paper))
        # A sentence in italics is the paper's own.
        if not path.endswith((".", ":"))
        for step in ([path] if path in known or any(each.fullmatch(path) for each in patterns) else path.split(", "))
        if step not in known and not any(pattern.fullmatch(step) for pattern in patterns)
    ]
    assert missing == []


@pytest.mark.parametrize("paper", TELLING, ids=lambda path: path.stem)
def test_what_is_quoted_stands_on_a_screen_or_a_paper(paper: Path) -> None:
    plain = {each.translate(_STRAIGHT) for each in _words()}
    patterns = _patterns(plain)
    missing = [
        said
        for said in _QUOTED.findall(_plain_text(paper).translate(_STRAIGHT))
        if said not in OTHERS_WORDS
        and not any(said in each for each in plain)
        and not any(pattern.fullmatch(end) for pattern in patterns for end in (said, f"{said}."))
    ]
    assert missing == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_pictures_and_files_that_are_named_exist(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8")
    named = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert [each for each in named if not (paper.parent / each).exists()] == []


def _no_window(_folder: Path, _demonstration: bool, _file: Path | None = None) -> int:
    return 0


def _commands() -> list[tuple[str, str]]:
    return [
        (paper.name, (line or "").split("#")[0].strip())
        for paper in PAPERS
        for block in _CODE.findall(paper.read_text(encoding="utf-8"))
        for line in _COMMAND.findall(block)
    ]


@pytest.mark.parametrize(("paper", "line"), _commands())
def test_commands_and_their_options_exist(paper: str, line: str) -> None:
    command: click.Command = build(_no_window, lambda: "0")
    arguments = shlex.split(re.sub(r"[\[\]]", " ", line))
    context = click.Context(command)
    while isinstance(command, click.Group) and arguments:
        found = command.get_command(context, arguments[0])
        if found is None:
            break
        command = found
        arguments.pop(0)
    assert not isinstance(command, click.Group) or not arguments or arguments[0].startswith("-"), line
    offered = {option for parameter in command.params for option in parameter.opts} | {"-h", "--help", "--version"}
    assert [each for each in arguments if each.startswith("--") and each not in offered] == []
