"""The examples of the method note are run, one after the other as they are read."""

import doctest
import re
from pathlib import Path

NOTE = Path(__file__).parents[2] / "docs" / "method.md"
EXAMPLES = re.findall(r"^```python\n(.*?)^```$", NOTE.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def test_every_example_gives_what_the_note_says() -> None:
    session = doctest.DocTestParser().get_doctest("".join(EXAMPLES), {}, NOTE.name, str(NOTE), None)
    report: list[str] = []
    failed, tried = doctest.DocTestRunner(verbose=False).run(session, out=report.append)
    assert not failed, "".join(report)
    assert tried > 20


def test_every_part_that_computes_has_an_example() -> None:
    parts = re.split(r"^## ", NOTE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    without = {part.partition("\n")[0] for part in parts[1:] if "```python" not in part}
    assert without == {"How often this is right", "How it is checked"}
