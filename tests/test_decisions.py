"""Each decision stands in the index, and each library in the decision on libraries."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DECISIONS = ROOT / "docs" / "decisions"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LIBRARIES = sorted(
    {
        re.split(r"[^\w-]", each, maxsplit=1)[0].lower()
        for group in (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values())
        for each in group
    }
)


def test_the_index_has_a_row_for_each_decision() -> None:
    rows = re.findall(
        r"^\| \[[\w-]+\]\(([\w-]+\.md)\) \| .+ \|$", (DECISIONS / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert sorted(rows) == sorted(each.name for each in DECISIONS.glob("*.md") if each.name != "README.md")


@pytest.mark.parametrize("library", LIBRARIES)
def test_it_is_said_what_each_library_is_for(library: str) -> None:
    words = (DECISIONS / "dependencies.md").read_text(encoding="utf-8").lower()
    assert re.search(rf"(?<![\w-]){re.escape(library)}(?![\w-])", words)
