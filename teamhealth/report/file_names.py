"""Names of files that leave the program: team, survey and kind, in letters that every system takes."""

import re
import unicodedata

from teamhealth.publication.types import Publication, TeamResult
from teamhealth.texts.catalogue import tr

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)", re.IGNORECASE)
_LONGEST_PART = 60
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def file_name(publication: Publication, team: TeamResult, kind: str) -> str:
    """Return 'Northgate, Autumn 2026 team health, report.pdf'.

    Parameters
    ----------
    publication : Publication
        Whose survey is named.
    team : TeamResult
        The team.
    kind : str
        'report', 'meeting', 'results' or 'figures'; ValueError for any other.
    """
    kinds = {"report": (tr("report"), ".pdf"), "meeting": (tr("meeting sheet"), ".pdf")}
    kinds["results"] = (tr("results"), ".thresults")
    kinds["figures"] = (tr("figures"), ".xlsx")
    if kind not in kinds:
        raise ValueError(kind)
    words, ending = kinds[kind]
    return team_file_name(team.name, publication.survey.title, words, ending)


def team_file_name(team_name: str, survey_title: str, words: str, ending: str) -> str:
    """Return 'Northgate, Autumn 2026 team health, plan.xlsx'; ``words`` say the kind."""
    parts = [_part(team_name, tr("team")), _part(survey_title, tr("survey")), _part(words, tr("team"))]
    return ", ".join(parts) + ending


def survey_file_name(survey_title: str, words: str, ending: str) -> str:
    """Return 'Autumn 2026 team health, code slips.pdf'; ``words`` may be '' for the survey's own file."""
    parts = [_part(survey_title, tr("survey")), *([_part(words, tr("survey"))] if words else [])]
    return ", ".join(parts) + ending


def _part(text: str, otherwise: str) -> str:
    """Return a piece of a file name: no separator, no control, no reserved name, no dot or space at its ends."""
    kept = "".join(
        " " if unicodedata.category(each) in _UNSEEN else each for each in unicodedata.normalize("NFC", text)
    )
    kept = " ".join(_FORBIDDEN.sub("-", kept).split())[:_LONGEST_PART].strip(" .,")
    if not kept:
        return otherwise
    return f"{kept}-" if _RESERVED.fullmatch(kept.split(".")[0].strip()) else kept
