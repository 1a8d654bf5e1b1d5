"""The words people read keep the project's rules; the template holds all of them."""

import re

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from teamhealth.resources import resource

AVOIDED = (
    r"\brespondents?\b", r"\bsubmit", r"\bn=", r"statistically significant", r"confidence interval", r"suppress",
    r"\bRAG\b", r"kiosk", r"encrypt", r"\bwave\b", r"\bdomains?\b", r"!",
)  # fmt: skip


def _messages() -> list[Message]:
    with resource("translations", "teamhealth.pot").open("rb") as file:
        return [message for message in read_po(file) if message.id]


def _texts() -> list[str]:
    """Return all words without their fields; Help may explain once what sealed means."""
    texts: list[str] = []
    for message in _messages():
        if not all(place.startswith("teamhealth/ui/help/") for place, _ in message.locations):
            texts += [message.id] if isinstance(message.id, str) else list(message.id)
    return [re.sub(r"\{\w+\}", "", text) for text in texts]


@pytest.mark.parametrize("avoided", AVOIDED)
def test_avoided_words_are_not_said(avoided: str) -> None:
    found = [text for text in _texts() if re.search(avoided, text, re.IGNORECASE)]
    assert found == []


def test_the_template_holds_the_words_of_screen_paper_and_command_line() -> None:
    texts = _texts()
    assert len(texts) > 300
    places = {place.split("/")[1] for message in _messages() for place, _ in message.locations}
    assert {"ui", "report", "cli", "texts", "publication", "survey"} <= places


def test_sentences_are_short() -> None:
    long = []
    for text in _texts():
        for sentence in re.split(r"(?<=[.?:;])\s+", text):
            if len(sentence.split()) > 24:
                long.append(sentence)
    assert long == []
