"""What is asked: domains of items, banded items and comments."""

from dataclasses import dataclass

AGREEMENT_POINTS = 5
# Of five people whose score of one or two items is at an end, it would tell what each answered.
FEWEST_SCORED_ITEMS = 3
DOES_NOT_APPLY = 9
PREFER_NOT_TO_SAY = 0
OPT_OUTS = frozenset({DOES_NOT_APPLY, PREFER_NOT_TO_SAY})


@dataclass(frozen=True, slots=True)
class ResponseScale:
    """The answers offered, coded 1 to ``len(options)``; opt-outs are coded 9 and 0, in that order."""

    id: str
    options: tuple[str, ...]
    opt_outs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One statement to agree or disagree with; ``reverse`` where agreeing is the unhealthy answer."""

    id: str
    label: str
    text: str
    strength: str
    concern: str
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class Domain:
    """A theme of several items that are scored together."""

    id: str
    title: str
    question: str
    items: tuple[Item, ...]
    sources: tuple[str, ...] = ()
    direction_note: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A published figure that a banded item stands beside; ``percent`` is 0 to 100."""

    label: str
    percent: int
    source: str


@dataclass(frozen=True, slots=True)
class BandedItem:
    """A question answered in bands, never scored."""

    id: str
    label: str
    text: str
    response_scale: str
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class CommentQuestion:
    """A question answered in one's own words."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A questionnaire as published: what a survey keeps is the text it was asked with.

    ``licence`` and ``source`` say where it comes from, and are printed with results; empty if its file does not say.
    """

    id: str
    version: str
    language: str
    title: str
    minutes: int
    audience: str
    response_scales: tuple[ResponseScale, ...]
    domains: tuple[Domain, ...]
    banded_items: tuple[BandedItem, ...] = ()
    comments: tuple[CommentQuestion, ...] = ()
    score_domains: bool = True
    licence: str = ""
    source: str = ""

    def scale(self, scale_id: str) -> ResponseScale:
        """Return the response scale of this id; KeyError if there is none."""
        for scale in self.response_scales:
            if scale.id == scale_id:
                return scale
        raise KeyError(scale_id)

    @property
    def items(self) -> tuple[Item, ...]:
        """All agreement items in the order asked."""
        return tuple(item for domain in self.domains for item in domain.items)

    def asked_count(self, *, comments: bool) -> int:
        """Return how many questions people are asked, where a survey asks for comments or leaves them out."""
        return self.question_count - (0 if comments else len(self.comments))

    @property
    def question_count(self) -> int:
        """Items, banded items and comments together."""
        return len(self.items) + len(self.banded_items) + len(self.comments)
