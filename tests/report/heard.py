"""What a reader hears of a document, element by element, as another program finds it by the structure tree."""

import re
import subprocess
from collections.abc import Callable
from itertools import groupby

from tests.report.laid_out import Piece, pieces
from tests.report.pdf_checks import words

_SAID = re.compile(r'^ +"(.*)"$')


def read_aloud(content: bytes) -> list[str]:
    """Return what a reader hears of each element, as another program finds it by the structure tree."""
    run = subprocess.run(["pdfinfo", "-struct-text", "-"], input=content, capture_output=True, check=True)
    found: list[str] = []
    in_one = False
    for line in run.stdout.decode().splitlines():
        said = _SAID.match(line)
        if said and in_one:
            found[-1] += said[1]
        elif said:
            found.append(said[1])
        in_one = bool(said)
    return found


def read_words(content: bytes) -> list[str]:
    """Return the words of ``read_aloud``."""
    return [word for heard in read_aloud(content) for word in heard.split()]


def heard_words(content: bytes) -> list[str]:
    """Return the same words without another program, which draws every page anew for every element.

    A pack's page numbers in its contents, which are drawn as objects of their own, are not among them.
    """
    told = ("".join(piece.words for piece in each) for _, each in groupby(pieces(content), key=_path))
    return [word for heard in told for word in heard.split()]


def glued_words(content: bytes, heard: Callable[[bytes], list[str]] = heard_words) -> list[str]:
    """Return the words that a reader hears and that stand nowhere on the pages: two of them as one."""
    seen = {word.text for word in words(content)[0]}
    return [word for word in heard(content) if word not in seen]


def _path(piece: Piece) -> tuple[tuple[str, int], ...]:
    return piece.path
