"""What a headline says of themes: which differ by more than chance, what scores lean to, and what was not found."""

from collections.abc import Sequence
from dataclasses import dataclass

from teamhealth.publication.compared import MORE_THAN_CHANCE
from teamhealth.publication.types import Comparison, DomainResult, Verdict
from teamhealth.publication.words import LEANS_NEGATIVE_BELOW, LEANS_POSITIVE_ABOVE, score_text, theme_name
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list, capitalised, clause_list, number_word, or_list

# A sentence that would name more themes, or longer titles together, tells only how many they are.
_MOST_NAMED, _MOST_WORDS = 4, 10


@dataclass(frozen=True, slots=True)
class Theme:
    """A domain with a score."""

    domain: Domain
    result: DomainResult

    @property
    def name(self) -> str:
        """What it is called inside a sentence."""
        return theme_name(self.domain)

    @property
    def burden(self) -> bool:
        """Whether it is heavy or light, rather than low or high."""
        return bool(self.domain.direction_note)

    @property
    def points(self) -> int:
        """Its score."""
        return self.result.score.points if self.result.score else -1


def difference_word(*, burden: bool, verdict: Verdict) -> str:
    """Return how a score differs; a burden is never 'higher', which would be heard as heavier."""
    if verdict is Verdict.ABOVE:
        return tr("lighter") if burden else tr("higher")
    return tr("heavier") if burden else tr("lower")


def apart_sentences(themes: Sequence[Theme]) -> list[str]:
    """Return a sentence for all gaps to other teams, and one for all changes since a round, of more than chance."""
    gaps = _by_word(themes, [theme.result.rest for theme in themes])
    waves = dict.fromkeys(theme.result.change.wave.name for theme in themes if theme.result.change is not None)
    changes = {name: _by_word(themes, [_change_since(theme, name) for theme in themes]) for name in waves}
    places = [(tr("than in other teams"), gaps)] if gaps else []
    places += [(tr("than in {round}", round=name), each) for name, each in changes.items() if each]
    if len(places) == 2 and all(len(words) == 1 for _, words in places):
        [(first, mine)], [(second, same)] = (list(words.items()) for _, words in places)
        if mine == same:
            return [_twice_apart((first, places[0][0]), (second, places[1][0]), mine)]
    return [_apart(place, words) for place, words in places]


def _change_since(theme: Theme, name: str) -> Comparison | None:
    """Return a theme's change since the round of this name; None if it stands beside another round or none."""
    change = theme.result.change
    return change.comparison if change is not None and change.wave.name == name else None


def _by_word(themes: Sequence[Theme], comparisons: Sequence[Comparison | None]) -> dict[str, list[Theme]]:
    """Return themes by how they differ, those that are lower or heavier before the others, as in every sentence."""
    words: dict[str, list[Theme]] = {}
    for verdict in MORE_THAN_CHANCE:
        for theme, comparison in zip(themes, comparisons, strict=True):
            if comparison is not None and comparison.verdict is verdict:
                words.setdefault(difference_word(burden=theme.burden, verdict=verdict), []).append(theme)
    return words


def _apart(place: str, words: dict[str, list[Theme]]) -> str:
    """Return 'Morale is higher than in other teams, and safety is lower, by more than chance.' or the like."""
    named = _can_be_named([member for members in words.values() for member in members])
    clauses = [
        trn("{names} is {word}", "{names} are {word}", len(members), names=_names(members, named=named), word=word)
        for word, members in words.items()
    ]
    clauses[0] = tr("{clause} {place}", clause=clauses[0], place=place)
    return capitalised(tr("{clauses}, by more than chance.", clauses=clause_list(clauses)))


def _twice_apart(one: tuple[str, str], other: tuple[str, str], members: Sequence[Theme]) -> str:
    """Return 'Morale is lower than in other teams but higher than in Spring 2026, by more than chance.' or the like."""
    (word, place), (second, beside) = one, other
    places = tr("{place} and {beside}", place=place, beside=beside)
    if word != second:
        places = tr("{place} but {word} {beside}", place=place, word=second, beside=beside)
    said = trn("{names} is {word} {places}, by more than chance.", "{names} are {word} {places}, by more than chance.",
               len(members), names=_names(members, named=_can_be_named(members)), word=word, places=places)  # fmt: skip
    return capitalised(said)


def standing_apart(themes: Sequence[Theme]) -> tuple[Theme, ...]:
    """Return the themes that differ from other teams, or from an earlier round, by more than chance."""
    return tuple(theme for theme in themes if any(each.verdict in MORE_THAN_CHANCE for each in _tested(theme)))


def _tested(theme: Theme) -> list[Comparison]:
    change = theme.result.change
    return [each for each in (theme.result.rest, change.comparison if change else None) if each is not None]


def lean_sentences(
    themes: Sequence[Theme], *, with_scores: bool, after: Sequence[Theme] = ()
) -> tuple[list[str], list[str]]:
    """Return a sentence for the themes that lean one way, and one for those near the middle.

    ``after`` are the themes of the sentences before: where it is one, and the first here is of it alone, it is 'it'.
    """
    positive = [theme for theme in themes if theme.points > LEANS_POSITIVE_ABOVE]
    negative = [theme for theme in themes if theme.points < LEANS_NEGATIVE_BELOW]
    even = [theme for theme in themes if LEANS_NEGATIVE_BELOW <= theme.points <= LEANS_POSITIVE_ABOVE]
    groups = (
        (positive, tr("leans positive"), tr("lean positive")),
        (negative, tr("leans negative"), tr("lean negative")),
        (even, tr("is near the middle of the scale"), tr("are near the middle of the scale")),
    )
    # The first score says of how many it is, those after it are read the same.
    named = (members[0] for members, _, _ in groups if members and _can_be_named(members))
    first = next(named, None) if with_scores else None
    known = tuple(after)
    said: list[str] = []
    for members, one, many in groups:
        if members:
            again = not said and len(known) == 1 and tuple(members) == known
            verb = one if len(members) == 1 else many
            said.append(_lean(members, verb, first, with_scores=with_scores, again=again))
    return (said[:-1], said[-1:]) if even else (said, [])


def _lean(members: Sequence[Theme], verb: str, first: Theme | None, *, with_scores: bool, again: bool) -> str:
    if not _can_be_named(members):
        return tr("{names} {verb}.", names=capitalised(_names(members, named=False)), verb=verb)
    notes = [_note(theme, of_100=theme is first, with_scores=with_scores) for theme in members]
    if len(members) == 1:
        name = tr("it") if again else members[0].name
        words = tr("{name} {verb} ({note})", name=name, verb=verb, note=notes[0]) if notes[0] else ""
        return capitalised(tr("{words}.", words=words or tr("{names} {verb}", names=name, verb=verb)))
    named = [tr("{name} ({note})", name=theme.name, note=note) if note else theme.name
             for theme, note in zip(members, notes, strict=True)]  # fmt: skip
    return capitalised(tr("{names} {verb}.", names=and_list(named), verb=verb))


def _note(theme: Theme, *, of_100: bool, with_scores: bool) -> str:
    """Return '73 of 100', '73', for a burden '34, heavy', without scores 'heavy' or nothing."""
    weight = ""
    if theme.burden and theme.points < LEANS_NEGATIVE_BELOW:
        weight = tr("heavy")
    if theme.burden and theme.points > LEANS_POSITIVE_ABOVE:
        weight = tr("light")
    if not with_scores or theme.result.score is None:
        return weight
    score = score_text(theme.result.score)
    score = tr("{score} of 100", score=score) if of_100 else score
    return tr("{score}, {weight}", score=score, weight=weight) if weight else score


def nothing_found(themes: Sequence[Theme]) -> str:
    """Return that no gap, or no change, was found to be more than chance; nothing where none was tested."""
    beside = [theme.result.rest for theme in themes]
    changes = [theme.result.change for theme in themes if theme.result.change is not None]
    places = [tr("from other teams")] if _none_found(beside) else []
    if _none_found([change.comparison for change in changes]):
        rounds = dict.fromkeys(change.wave.name for change in changes)
        places += [tr("from {round}", round=name) for name in rounds]
    if not places:
        return ""
    where = or_list(places)
    if len(themes) == 1:
        return tr("It was not found to differ {where} by more than chance.", where=where)
    return tr("No theme was found to differ {where} by more than chance.", where=where)


def _none_found(comparisons: Sequence[Comparison | None]) -> bool:
    tested = [each.verdict for each in comparisons if each is not None and each.verdict is not Verdict.NOT_TESTED]
    return bool(tested) and all(each is Verdict.WITHIN_CHANCE for each in tested)


def _can_be_named(members: Sequence[Theme]) -> bool:
    return len(members) <= _MOST_NAMED and sum(len(each.domain.title.split()) for each in members) <= _MOST_WORDS


def _names(members: Sequence[Theme], *, named: bool) -> str:
    if not named:
        return trn("{words} theme", "{words} themes", len(members), words=number_word(len(members)))
    return and_list([theme.name for theme in members])
