"""Makes pages of the documents that people read beside the program: HTML that asks for nothing, pictures within.

Usage: ``python .ci/documents.py FOLDER`` writes them into a folder made anew, with an index, and says what is
wrong with them; the exit status is 1 then, and 2 where no folder is named.
"""

import base64
import os
import shutil
import sys
import tomllib
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
# For whoever works on the program, in a checkout.
LEFT_OUT = {"CONTRIBUTING.md", "adversary.md", "architecture.md"}
INDEX = (
    ("To run a survey", ("guide-team-managers.html", "guide-survey-leads.html", "guide-hr.html")),
    (
        "For information governance",
        (
            "information-governance/index.html",
            "information-governance/privacy-notice.html",
            "information-governance/impact-assessment.html",
            "information-governance/requests.html",
            "information-governance/rules-of-use.html",
            "protection.html",
        ),
    ),
    (
        "For IT",
        ("it-guide.html", "SECURITY.html", "release-checklist.html", "releases/index.html", "CHANGELOG.html"),
    ),
    (
        "How it works",
        ("method.html", "accessibility.html", "formats.html", "many-councils.html", "decisions/index.html"),
    ),
)
TO_FILL_IN = (
    "What stands in [square brackets] is yours. Open this file in Word or LibreOffice, fill it in, take this "
    "line out and print it."
)
STYLE = Path(__file__).with_suffix(".css")


def sources() -> dict[Path, str]:
    """Return each document that is carried, with the name of its page."""
    found = {
        each: each.relative_to(DOCS).as_posix() for each in sorted(DOCS.rglob("*.md")) if each.name not in LEFT_OUT
    }
    found[ROOT / "CHANGELOG.md"] = "CHANGELOG.md"
    return {each: f"{name.removesuffix('.md').replace('README', 'index')}.html" for each, name in found.items()}


def write(folder: Path) -> None:
    """Write all pages, and the files beside them that they lead to, into a folder made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    pages, titles = sources(), {}
    for source, name in pages.items():
        tokens = _reader().parse(source.read_text(encoding="utf-8"))
        titles[name] = next(tokens[at + 1].content for at, each in enumerate(tokens) if each.type == "heading_open")
        for token in (each for outer in tokens for each in (outer, *(outer.children or ()))):
            _lead_on(token, source, pages, folder)
        within = _reader().renderer.render(tokens, _reader().options, {})
        fill = f'<p class="fill">{TO_FILL_IN}</p>\n' if _is_to_fill_in(name) else ""
        _write_page(folder / name, titles[name], fill + within, folder)
    lists = [
        f"<h2>{escape(head)}</h2>\n<ul>\n"
        + "".join(f'<li><a href="{name}">{escape(titles[name])}</a></li>\n' for name in names)
        + "</ul>\n"
        for head, names in INDEX
    ]
    _write_page(folder / "index.html", "Team Health: documents", "<h1>Documents</h1>\n" + "".join(lists), folder)


def faults(folder: Path) -> list[str]:
    """Return what is wrong with pages: no index, a dead link, something fetched or run, a page without a way to it."""
    if not (folder / "index.html").is_file():
        return ["missing: documents/index.html"]
    problems, reached = [], {folder / "index.html"}
    for page in sorted(folder.rglob("*.html")):
        seen = _Seen()
        seen.feed(page.read_text(encoding="utf-8"))
        name = page.relative_to(folder).as_posix()
        problems += [f"{name} fetches or runs something: {each}" for each in seen.fetched]
        for address in seen.links:
            parts = urlsplit(address)
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            if not parts.scheme and (not target.is_file() or not target.is_relative_to(folder.resolve())):
                problems.append(f"{name} leads nowhere: {address}")
            elif parts.fragment and not parts.scheme and f'id="{parts.fragment}"' not in target.read_text("utf-8"):
                problems.append(f"{name} leads to no such place: {address}")
            reached.add(target)
    known = {each.resolve() for each in reached}
    return problems + [
        f"nothing leads to {each.name}" for each in folder.rglob("*.html") if each.resolve() not in known
    ]


class _Seen(HTMLParser):
    """Notes where a page leads, and what it would fetch or run by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one tag."""
        given = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.links.append(given.get("href", ""))
        elif not given.get("src", "data:").startswith("data:") or tag in {"script", "link", "iframe", "object"}:
            self.fetched.append(f"{tag} {given.get('src') or given.get('href', '')}".strip())


def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _lead_on(token: Token, source: Path, pages: dict[Path, str], folder: Path) -> None:
    """Let a link lead to a page, a picture stand in its page, and the head of a column be told as one."""
    if token.type == "th_open":
        token.attrSet("scope", "col")
    elif token.type == "image":
        content = (source.parent / str(token.attrs["src"])).read_bytes()
        token.attrSet("src", f"data:image/png;base64,{base64.b64encode(content).decode('ascii')}")
    elif token.type == "link_open" and not urlsplit(str(token.attrs["href"])).scheme:
        path, mark, place = str(token.attrs["href"]).partition("#")
        target = (source.parent / path).resolve()
        here = folder / pages[source]
        if target in pages:
            token.attrSet("href", f"{_from(here, folder / pages[target])}{mark}{place}")
        elif target.is_file() and target.is_relative_to(DOCS) and target.suffix == ".json":
            beside = folder / target.relative_to(DOCS)
            beside.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(target, beside)


def _is_to_fill_in(name: str) -> bool:
    return name.startswith("information-governance/") and not name.endswith("index.html")


def _write_page(page: Path, title: str, within: str, folder: Path) -> None:
    start = folder / "index.html"
    back = "" if page == start else f'<nav><a href="{_from(page, start)}">All documents</a></nav>\n'
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    text = (
        f'<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>\n{STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
        f"{back}<main>\n{within}</main>\n<footer>Team Health {version}</footer>\n</body>\n</html>\n"
    )
    page.parent.mkdir(parents=True, exist_ok=True)
    # As bytes: the same line ends on every system.
    page.write_bytes(text.encode("utf-8"))


def _from(page: Path, target: Path) -> str:
    return Path(os.path.relpath(target, page.parent)).as_posix()


def main() -> int:
    """Write the pages; returns an exit status, 2 for wrong usage."""
    given = sys.argv[1:]
    if len(given) != 1 or not given[0] or given[0].startswith("-"):
        print("Usage: python .ci/documents.py FOLDER", file=sys.stderr)
        return 2
    folder = Path(given[0]).resolve()
    write(folder)
    problems = faults(folder)
    for each in problems:
        print(f"WRONG: {each}", file=sys.stderr)
    pages = list(folder.rglob("*.html"))
    print(f"{len(pages)} documents, {sum(each.stat().st_size for each in pages) / 1e6:.1f} MB, in {folder}")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
