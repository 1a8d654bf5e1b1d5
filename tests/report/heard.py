"""What a reader hears of a document, element by element, as another program finds it by the structure tree."""

import re
import subprocess

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


def glued_words(content: bytes) -> list[str]:
    """Return the words that a reader hears and that stand nowhere on the pages: two of them as one."""
    seen = {word.text for word in words(content)[0]}
    return [word for heard in read_aloud(content) for word in heard.split() if word not in seen]
