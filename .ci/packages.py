"""Tells from which package of Debian a library of the system comes, in which version, and with which notices."""

import platform
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

NOTICES = Path("/usr/share/doc")
SOURCES = {"debian": "https://snapshot.debian.org/package/{source}/{version}/"}


@dataclass(frozen=True)
class Package:
    """A package that is installed on the system."""

    name: str
    version: str
    notices: str
    source: str = ""
    source_version: str = ""

    @property
    def address(self) -> str:
        """How scanners call the package."""
        system = platform.freedesktop_os_release()
        distro = f"{system['ID']}-{system.get('VERSION_ID', '')}"
        return f"pkg:deb/{system['ID']}/{quote(self.name, safe='')}@{quote(self.version, safe='')}?distro={distro}"

    @property
    def source_code(self) -> str:
        """Where the source of this very version is kept for good; nothing for a system of which that is not known."""
        place = SOURCES.get(platform.freedesktop_os_release()["ID"], "") if self.source else ""
        return place.format(source=quote(self.source, safe="+"), version=quote(self.source_version, safe=":+~"))

    @property
    def upstream(self) -> str:
        """The version without what Debian adds to it."""
        return re.sub(r"^\d+:", "", self.version).rsplit("-", 1)[0].split("+")[0]


def package_of(file: Path) -> Package | None:
    """Return the package that a file comes from; None for a file of no package, and on other systems."""
    for place in dict.fromkeys((file, file.resolve(), Path(str(file).removeprefix("/usr")))):
        found = _asked("-S", str(place))
        if found:
            # The answer is `name:architecture: path`, or `name: path`.
            whole = found.split(": ")[0]
            notices = NOTICES / whole.split(":")[0] / "copyright"
            text = notices.read_text(encoding="utf-8", errors="replace") if notices.is_file() else ""
            source, version = (_asked("-W", f"-f=${{source:{each}}}", whole) for each in ("Package", "Version"))
            return Package(whole.split(":")[0], _asked("-W", "-f=${Version}", whole), text, source, version)
    return None


def _asked(*question: str) -> str:
    try:
        return subprocess.run(["dpkg-query", *question], capture_output=True, text=True, check=False).stdout
    except FileNotFoundError:
        return ""
