"""Whether a theme was asked alike in two rounds, so that its scores can stand beside each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.survey.questions import AGREEMENT_SCALE


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of a theme: in which questionnaire and language, which items, which of them reversed, and how."""

    questionnaire: str
    language: str
    items: tuple[tuple[str, bool], ...]
    words: tuple[str, ...]

    def is_like(self, other: "Asked | None") -> bool:
        """Return whether the very same was asked; a questionnaire's translation is, other words in one language not."""
        if other is None or self.items != other.items:
            return False
        if self.language != other.language:
            return self.questionnaire == other.questionnaire
        return self.words == other.words


def asked_of(questionnaires: Sequence[Questionnaire]) -> Mapping[str, Asked]:
    """Return what was asked of each theme: the items' texts, and the answers that were offered."""
    return {
        domain.id: Asked(
            each.id,
            each.language,
            tuple((item.id, item.reverse) for item in domain.items),
            tuple(map(_as_read, (*(item.text for item in domain.items), *each.scale(AGREEMENT_SCALE).options))),
        )
        for each in questionnaires
        for domain in each.domains
    }


def _as_read(words: str) -> str:
    """Return words with one kind of apostrophe: nobody who answers takes another for another question."""
    return words.replace("'", "’")
