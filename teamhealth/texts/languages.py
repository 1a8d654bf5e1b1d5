"""Languages of questionnaires by the name that their own speakers give them."""

_NAMES = {
    "cy": "Cymraeg", "en": "English", "fr": "Français", "ga": "Gaeilge", "gd": "Gàidhlig", "pl": "Polski",
    "pt": "Português", "ro": "Română",
}  # fmt: skip


def language_name(code: str) -> str:
    """Return a language's own name for a code such as 'cy' or 'en-GB'; the code itself if it is not known here."""
    return _NAMES.get(code.partition("-")[0], code)


def is_english(code: str) -> bool:
    """Return whether a code is of English, the language that the program itself speaks."""
    return code.partition("-")[0] == "en"
