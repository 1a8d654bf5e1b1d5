"""With every message bracketed and 40% longer, no word is outside the catalogue, and the questionnaire still fits."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from teamhealth.resources import resource
from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.survey.questionnaire_file import read_questionnaire
from teamhealth.texts.catalogue import DOMAIN, bind
from teamhealth.ui.questionnaire.text_size import SIZES
from tests.report.samples import LONG_NAME
from tests.rounds import PLACES, SERVICES
from tests.services.council import HEADCOUNTS
from tests.ui.room_for_words import lacking
from tests.ui.scenes.every import SCENES
from tests.ui.scenes.prompts import GONE, PROMPTS, office_of_prompts
from tests.ui.scenes.questionnaire import PAGES
from tests.ui.scenes.results import TEAMS
from tests.ui.scenes.stage import come_to_rest
from tests.ui.scenes.states import LONG_BEGINNING
from tests.ui.test_prompt_room import too_little

OPEN, CLOSE = "\u27e6", "\u27e7"
NAMES = (
    *PLACES, *SERVICES, *TEAMS, *HEADCOUNTS, "Northgate", "Exampleshire Council (invented)", "Exampleshire Council",
    "Early Help", "Children Looked After and Leaving Care", "(invented)", "Autumn", "Spring", LONG_NAME, LONG_BEGINNING,
    *GONE,
)  # fmt: skip
# What people have typed, named or published elsewhere, by the beginning of its widget's name.
TYPED = (
    "action_what_",
    "comment_",
    "comments_",
    "example_",
    "returns_file_",
    "folder_path",
    "laptop_words_shown",
    "seal_words",
)
# Wide enough for 40% more, in words that can wrap as those of a language do.
_FILL = "more words "


def longer(message: str) -> str:
    """Return a message in brackets, two fifths longer."""
    wanted = max(1, round(len(message) * 0.4))
    return f"{OPEN}{message} {(_FILL * (wanted // len(_FILL) + 1))[:wanted].strip()}{CLOSE}"


@pytest.fixture(scope="module")
def translations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with resource("translations", f"{DOMAIN}.pot").open("rb") as file:
        template = read_po(file)
    made = Catalog(locale="en")
    for message in template:
        if isinstance(message.id, tuple):
            made.add(message.id, tuple(longer(each) for each in message.id))
        elif message.id:
            made.add(message.id, longer(str(message.id)))
    folder = tmp_path_factory.mktemp("translations")
    place = folder / "en" / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / f"{DOMAIN}.mo").open("wb") as file:
        write_mo(file, made)
    return folder


@pytest.fixture(scope="module")
def longer_words(translations: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANGUAGE", "en")
        bind(translations)
        yield
    bind(tmp_path_factory.mktemp("none"))


@pytest.fixture(scope="module")
def standing(longer_words: None, standing: QWidget) -> QWidget:
    """Return a scene that was made in longer words."""
    return standing


def outside_brackets(words: str) -> str:
    """Return what stands outside all brackets, which may be nested."""
    depth, kept = 0, []
    for each in words:
        depth += (each == OPEN) - (each == CLOSE)
        if depth == 0 and each != CLOSE:
            kept.append(each)
    return "".join(kept)


@cache
def phrases() -> tuple[str, ...]:
    """Return what questionnaires and invented people write, the longest first; it is not the program's own."""
    found: set[str] = set(NAMES)
    for asked in questionnaires():
        found |= {asked.title, *(each.text for each in asked.comments)}
        for domain in asked.domains:
            found |= {domain.title, domain.question}
        for item in asked.items:
            found |= {item.text, item.label, item.strength, item.concern}
        for banded in asked.banded_items:
            found |= {banded.text, banded.label}
        for scale in asked.response_scales:
            found |= {*scale.options, *scale.opt_outs}
    found |= {f"Autumn {year} team health" for year in range(2021, 2027)} | {"Spring 2027 team health"}
    return tuple(sorted((each for each in found if each), key=len, reverse=True))


def foreign(words: str, known: Sequence[str]) -> list[str]:
    """Return the words outside brackets that nobody has typed."""
    left = outside_brackets(words).replace("\n", " ")
    for each in known:
        if each.lower() in left.lower():
            left = re.sub(re.escape(each), " ", left, flags=re.IGNORECASE)
    return re.findall(r"[^\W\d_]{3,}", left)


def words_of(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    found: list[QLabel | QAbstractButton] = [*root.findChildren(QLabel), *root.findChildren(QAbstractButton)]
    for each in found:
        if each.isVisible() and each.text():
            yield each, each.text()


def cut_at_both_sizes(window: QWidget) -> dict[tuple[int, int], list[str]]:
    """Return what is cut on a screen at a common size and at the smallest."""
    found = {}
    for size in ((1366, 688), (1080, 600)):
        window.resize(*size)
        come_to_rest(window)
        found[size] = sorted(lacking(window))
    return found


def questionnaires() -> Iterator[Questionnaire]:
    for path in sorted(resource("questionnaires").glob("*.toml")):
        yield read_questionnaire(path)


@pytest.mark.parametrize("standing", SCENES, indirect=True)
def test_no_word_is_outside_the_catalogue(standing: QWidget) -> None:
    leaks = [(each.objectName(), foreign(words, phrases())) for each, words in words_of(standing)]
    assert [each for each in leaks if each[1] and not each[0].startswith(TYPED)] == []


# Behind the one above, as it changes the window's size.
@pytest.mark.parametrize("standing", SCENES, indirect=True)
def test_no_word_is_cut(standing: QWidget) -> None:
    assert cut_at_both_sizes(standing) == {(1366, 688): [], (1080, 600): []}


@pytest.mark.usefixtures("themed_application", "longer_words")
@pytest.mark.parametrize("name", PAGES)
def test_no_word_of_the_questionnaire_is_cut_at_its_largest_text(name: str, tmp_path: Path) -> None:
    with SCENES[name](tmp_path, (1080, 600)) as window:
        for _ in SIZES:
            QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        come_to_rest(window)
        assert sorted(lacking(window)) == []


@pytest.mark.usefixtures("themed_application", "longer_words")
def test_questions_over_the_window_have_room_and_all_their_words_are_in_the_catalogue(tmp_path: Path) -> None:
    known = phrases()
    found = {}
    with office_of_prompts(tmp_path, (1080, 600)) as asked_by:
        for name in PROMPTS:
            asked = asked_by(name)
            leaks = [words for _, words in words_of(asked) if foreign(words, known)]
            found[name] = too_little(asked) + leaks
            asked.reject()
    assert found == {name: [] for name in PROMPTS}
