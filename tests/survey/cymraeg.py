"""The core questionnaire's file as a council would translate it: in part, which is enough to tell them apart."""

from pathlib import Path

from teamhealth.resources import resource

CYMRAEG = {
    'language = "en-GB"': 'language = "cy"',
    'title = "Team health"': 'title = "Iechyd y tîm"',
    '"Strongly disagree", "Disagree"': '"Anghytuno’n gryf", "Anghytuno"',
    '"Agree", "Strongly agree"': '"Cytuno", "Cytuno’n gryf"',
    "I expect to still be working in this team a year from now.": "Rwy’n disgwyl bod yn y tîm hwn ymhen blwyddyn.",
}


def cymraeg(folder: Path, **changes: str) -> Path:
    """Write the file; ``changes`` are further replacements, each as 'from -> to'."""
    words = resource("questionnaires", "team-health.toml").read_text(encoding="utf-8")
    for before, after in (*CYMRAEG.items(), *(tuple(each.split(" -> ")) for each in changes.values())):
        assert before in words
        words = words.replace(before, after, 1)
    path = folder / "cymraeg.toml"
    path.write_text(words, encoding="utf-8")
    return path
