"""What was asked of each domain in a round, and whether another round asked the very same."""

from collections.abc import Sequence
from dataclasses import dataclass

from teamhealth.survey.questionnaire import Questionnaire
from teamhealth.survey.questions import AGREEMENT_SCALE


@dataclass(frozen=True, slots=True)
class AskedDomain:
    """What was asked of a domain: which items, which of them reversed, in which language, and in which words."""

    items: tuple[tuple[str, bool], ...]
    language: str
    words: tuple[str, ...]

    def is_like(self, other: "AskedDomain | None") -> bool:
        """Return whether the very same was asked; a translation is, and other words in one language are not."""
        if other is None or self.items != other.items:
            return False
        return self.language != other.language or self.words == other.words


def asked_domains(questionnaires: Sequence[Questionnaire]) -> dict[str, AskedDomain]:
    """Return what was asked of each domain: the items' texts, and the answers that were offered."""
    return {
        domain.id: AskedDomain(
            tuple((item.id, item.reverse) for item in domain.items),
            each.language,
            (*(item.text for item in domain.items), *each.scale(AGREEMENT_SCALE).options),
        )
        for each in questionnaires
        for domain in each.domains
    }
