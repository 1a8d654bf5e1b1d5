"""CONTRIBUTING tells a newcomer every command there is, and none that is not."""

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENT = (ROOT / "docs" / "CONTRIBUTING.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (`.*?) \| (.*) \|$", DOCUMENT, re.MULTILINE)
COMMANDS = sorted(
    str(each.relative_to(ROOT))
    for each in (ROOT / ".ci").rglob("*")
    if each.is_file() and each.suffix in {"", ".py", ".ps1"} and "__pycache__" not in each.parts
)
READ = sorted(
    str(each.relative_to(ROOT / ".ci"))
    for each in (ROOT / ".ci").rglob("*")
    if each.is_file() and each.suffix not in {"", ".py", ".ps1", ".pyc"}
)
MODULES = sorted(f"tests.{each.parent.name}" for each in (ROOT / "tests").glob("*/__main__.py"))


def _options() -> list[tuple[str, str]]:
    """Return each option that a row names, with the file that has to take it."""
    found = []
    for head, words in ROWS:
        named = re.search(r"`(\.ci/[\w./-]+)", head)
        if named is not None:
            found += [(named[1], option) for option in re.findall(r"(?<![\w-])--[a-z]+", words)]
    return found


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_told(command: str) -> None:
    assert f"`{command}" in DOCUMENT


@pytest.mark.parametrize("name", READ)
def test_everything_that_commands_read_is_told(name: str) -> None:
    kind = re.fullmatch(r"requirements(-\w+)\.txt", name)
    assert f"`{name}`" in DOCUMENT or (kind is not None and f"`{kind[1]}`" in DOCUMENT)


@pytest.mark.parametrize("named", sorted(set(re.findall(r"`(\.ci/[\w./-]+)", DOCUMENT))))
def test_every_command_that_is_named_exists(named: str) -> None:
    assert (ROOT / named).exists()


@pytest.mark.parametrize(("command", "option"), _options())
def test_options_are_taken(command: str, option: str) -> None:
    source = (ROOT / command).read_text(encoding="utf-8")
    handed_on = re.findall(r"python -m (tests\.\w+)", source)
    for module in handed_on:
        source += (ROOT / module.replace(".", "/") / "__main__.py").read_text(encoding="utf-8")
    assert f'"{option}"' in source


@pytest.mark.parametrize("module", MODULES)
def test_every_long_run_is_told(module: str) -> None:
    assert module in DOCUMENT or module == "tests.bench"
    assert importlib.util.find_spec(module) is not None


def test_checks_are_called_as_in_the_run_of_everything() -> None:
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    told = re.findall(r"`\.venv/bin/((?:ruff|mypy|lint-imports)[^`]*)`", DOCUMENT)
    assert len(told) == 4
    assert [each for each in told if f".venv/bin/{each}" not in run] == []


def test_the_run_of_everything_builds_a_bundle_and_ends_with_the_summary_of_the_tests() -> None:
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    checks = re.findall(r'check "([^"]+)"', run)
    assert checks[-3:] == ["bundle", "bundle", "demo"]
    assert run.rstrip().endswith('tail -n 1 "$summary"\n[ -z "$failed" ]')
    bundle = (ROOT / ".ci" / "bundle").read_text(encoding="utf-8")
    watched = re.search(r"tests/test_network\.py -k (\w+)", bundle)
    assert watched is not None
    assert f"def {watched[1]}" in (ROOT / "tests" / "test_network.py").read_text(encoding="utf-8")
