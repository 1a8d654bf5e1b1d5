"""The evidence file is read whole, and what is wrong with another is named."""

from pathlib import Path

import pytest

from teamhealth.report.evidence import ExampleKind, read_evidence
from teamhealth.resources import resource
from tests.invented import core_questionnaire

GOOD = """
[sources.one]
title = "A source (by somebody)"
year = 2019
[[why]]
domain = "morale"
text = "It matters."
source = "one"
[[examples]]
kind = "tried"
items = ["mo1", "mo2"]
text = "Somebody tried this."
source = "one"
"""


def read(tmp_path: Path, text: str) -> object:
    path = tmp_path / "evidence.toml"
    path.write_text(text, encoding="utf-8")
    return read_evidence(path)


def test_own_evidence_covers_every_domain_and_the_items_that_a_source_speaks_of() -> None:
    evidence = read_evidence(resource("evidence", "evidence.toml"))
    questionnaire = core_questionnaire()
    assert all(evidence.reason(domain.id) for domain in questionnaire.domains)
    without = {item.id for item in questionnaire.items if not evidence.examples_for((item.id,))}
    # No source says anything that fits these: none is better than one beside the point.
    assert without == {"st6", "st7", "bu6", "bu7", "ps5"}


def test_no_example_stands_beside_a_concern_that_it_does_not_answer() -> None:
    evidence = read_evidence(resource("evidence", "evidence.toml"))
    for item, words in (("bu7", "new approaches"), ("ps2", "carries a hard case"), ("bu4", "family group"),
                        ("st7", "reach someone"), ("st3", "practice statement")):  # fmt: skip
        assert not any(words in example.text for example in evidence.examples_for((item,)))


def test_values_are_as_written(tmp_path: Path) -> None:
    path = tmp_path / "evidence.toml"
    path.write_text(GOOD, encoding="utf-8")
    evidence = read_evidence(path)
    reason = evidence.reason("morale")
    assert reason is not None
    assert reason.source.short == "A source, 2019"
    assert evidence.reason("safety") is None
    assert [example.kind for example in evidence.examples_for(("mo2",))] == [ExampleKind.TRIED]
    assert evidence.examples_for(("mo3",)) == ()


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("year = 2019", 'year = "2019"', "sources.one.year"),
        ('title = "A source (by somebody)"', "", "sources.one.title"),
        ('domain = "morale"', "", r"why\[1\].domain"),
        ('text = "It matters."', 'text = " "', r"why\[1\].text"),
        ('text = "It matters."\nsource = "one"', 'text = "It matters."\nsource = "two"', r"why\[1\].source"),
        ('kind = "tried"', 'kind = "told"', r"examples\[1\].kind"),
        ('items = ["mo1", "mo2"]', "items = []", r"examples\[1\].items"),
        ('kind = "tried"', 'kind = "tried"\nother = 1', r"examples\[1\].other"),
        ("[sources.one]", "[sauces.one]", "sauces"),
        ("[[why]]", "[why]", "why"),
        ("[[why]]", "[[why]", "line|at"),
    ],
)
def test_error_names_file_and_key(tmp_path: Path, old: str, new: str, named: str) -> None:
    assert old in GOOD
    with pytest.raises(ValueError, match=rf"^evidence\.toml: .*({named})"):
        read(tmp_path, GOOD.replace(old, new))
