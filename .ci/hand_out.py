"""Packs what a build hands out, and writes the checksums of it.

Usage: ``python .ci/hand_out.py zip FOLDER FILE`` packs a bundle as the portable zip; ``python .ci/hand_out.py sums LIST
FILE…`` writes the checksums of these files, all of this build, as sha256sum reads them.
"""

import hashlib
import os
import sys
import time
import zipfile
from pathlib import Path

# The first year that a zip can name.
OLDEST = 315532800
MARKER = "portable.txt"
MARKED = "Team Health keeps its surveys in the folder 'data' beside this file.\n"


def pack(folder: Path, target: Path, moment: int) -> None:
    """Pack a bundle with the marker that keeps its data beside it: the same bytes for the same files and moment."""
    when = time.gmtime(max(moment, OLDEST))[:6]
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in files:
            entry = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", when)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, (path.stat().st_mode & 0o777) << 16
            archive.writestr(entry, path.read_bytes())
        archive.writestr(zipfile.ZipInfo(f"{folder.name}/{MARKER}", when), MARKED)


def sums(files: list[Path]) -> str:
    """Return a line with checksum and name for each file, by name."""
    return "".join(f"{_sum(each)}  {each.name}\n" for each in sorted(files, key=lambda each: each.name))


def _sum(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def main(kind: str, first: str, *rest: str) -> None:
    """Do what was asked for."""
    if kind == "zip":
        pack(Path(first), Path(rest[0]), int(os.environ.get("SOURCE_DATE_EPOCH", OLDEST)))
    elif kind == "sums":
        text = sums([Path(each) for each in rest])
        # As bytes: neither this system's line ends nor its code page belong into it.
        Path(first).write_bytes(text.encode("utf-8"))
        print(text, end="")
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:])
