"""Says in what two builds of one commit differ; the exit status is 1 if that matters.

Usage: ``python .ci/compare_bundles.py ONE OTHER``. Files, their contents, links and the right to run matter. The times
of files, and those inside an archive, do not: they are told, and nothing else is forgiven.
"""

import stat
import sys
import zipfile
from pathlib import Path


def differences(one: Path, other: Path) -> tuple[list[str], list[str]]:
    """Return what differs and matters, and what differs and does not, each in a sentence."""
    names, other_names = _names(one), _names(other)
    matter = [f"only in {one}: {name}" for name in sorted(names - other_names)]
    matter += [f"only in {other}: {name}" for name in sorted(other_names - names)]
    harmless = []
    for name in sorted(names & other_names):
        left, right = one / name, other / name
        if _kind(left) != _kind(right):
            matter.append(f"another kind of file, link or right: {name} ({_kind(left)}, {_kind(right)})")
        elif left.is_file() and not left.is_symlink() and left.read_bytes() != right.read_bytes():
            inside = _inside(left, right)
            if inside == []:
                harmless.append(f"only the times inside: {name}")
            else:
                matter.append(f"another content: {name}{_told(left, right, inside)}")
    return matter, harmless


def main(one: str, other: str) -> int:
    """Compare two folders; returns an exit status."""
    matter, harmless = differences(Path(one), Path(other))
    for each in harmless:
        print(f"differs, and does not matter: {each}")
    for each in matter:
        print(f"DIFFERS: {each}", file=sys.stderr)
    if not matter:
        print("both builds are the same" + ("" if harmless else ", byte for byte"))
    return 1 if matter else 0


def _names(folder: Path) -> set[str]:
    if not folder.is_dir():
        raise SystemExit(f"there is no folder {folder}")
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def _kind(path: Path) -> str:
    if path.is_symlink():
        return f"link to {path.readlink()}"
    mode = path.stat().st_mode
    return "folder" if stat.S_ISDIR(mode) else "program" if mode & stat.S_IXUSR else "file"


def _inside(left: Path, right: Path) -> list[str] | None:
    """Return which members of two archives differ in more than their time; None if they are no archives."""
    if not (zipfile.is_zipfile(left) and zipfile.is_zipfile(right)) or left.suffix != ".zip":
        return None
    with zipfile.ZipFile(left) as one, zipfile.ZipFile(right) as other:
        mine, theirs = _members(one), _members(other)
        if [name for name, *_ in mine] != [name for name, *_ in theirs]:
            return ["(other members, or in another order)"]
        return [member[0] for member, counterpart in zip(mine, theirs, strict=True) if member != counterpart]


def _members(archive: zipfile.ZipFile) -> list[tuple[str, int, int, int]]:
    return [(each.filename, each.CRC, each.external_attr, each.compress_type) for each in archive.infolist()]


def _told(left: Path, right: Path, inside: list[str] | None) -> str:
    if inside is not None:
        return f", in it {', '.join(inside[:5])}" + (f" and {len(inside) - 5} more" if len(inside) > 5 else "")
    one, other = left.read_bytes(), right.read_bytes()
    first = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return f", {len(one)} and {len(other)} bytes, from byte {first} on"


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
