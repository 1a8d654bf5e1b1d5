"""What a comparison of teams says: what stands apart, what a row is called, and how many answered."""

from collections.abc import Iterable, Sequence

from teamhealth.publication.compared import MORE_THAN_CHANCE, Compared, Row, RowKind
from teamhealth.publication.headline import Headline
from teamhealth.publication.themes_said import difference_word
from teamhealth.publication.types import Comparison, TeamResult, Verdict
from teamhealth.publication.visits import (
    MOST_NAMED,
    Apart,
    below_and_above,
    divided,
    divided_sentences,
    elsewhere_sentence,
    named_of,
    standing_apart,
    visit_sentences,
)
from teamhealth.publication.words import (
    LOW_RESPONSE_PERCENT,
    TOO_FEW_TO_TELL_ABOVE,
    low_response,
    others_text,
    score_text,
    theme_name,
)
from teamhealth.survey.questionnaire import Domain
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list, capitalised, number_word

# Where every gap of a team is more than chance, was not tested, or is none.
NO_GAP = "–"


def visit_headline(compared: Compared, *, found: bool = False) -> Headline:
    """Return which teams stand apart by more than chance, or that none does: what that is, never what to do.

    ``found`` says what was found of each, as on paper; else where a visit may tell most, for whoever plans visits.
    """
    teams = len(compared.shown)
    if teams < 2:
        return Headline(
            tr("There is nothing to compare yet."),
            tr("Two teams or more have to be shown, and {shown}.", shown=_shown_words(teams)),
        )
    apart = standing_apart(compared)
    tested = compared.comparisons
    if not tested:
        rest = _with_ways(tr("Do not rank teams by these figures."), compared, found=found)
        return Headline(tr("No score was tested: too few teams are shown."), rest)
    if not apart:
        rest = _with_ways(_what_could_show(tested), compared, found=found)
        return Headline(tr("No team was found to stand apart by more than chance."), rest)
    count = sum(len(found) for _, found in apart)
    lead = trn(
        "{words} of {total} score stands apart by more than chance.",
        "{words} of {total} scores stand apart by more than chance.",
        count,
        words=capitalised(number_word(count)),
        total=number_word(len(tested)),
    )
    if count == 1:
        lead = tr("One of {total} scores stands apart by more than chance.", total=number_word(len(tested)))
    if count == len(tested) == 1:
        lead = tr("The one score that was tested stands apart by more than chance.")
    elif count == len(tested) == 2:
        lead = tr("Both scores stand apart by more than chance.")
    elif count == len(tested):
        lead = tr("All {total} scores stand apart by more than chance.", total=number_word(count))
    parted = divided(compared, apart)
    said = [*_sentences(apart), *divided_sentences(parted)] if found else visit_sentences(apart, parted)
    return Headline(lead, " ".join([*said, *([] if count == len(tested) else [_no_ranks()])]))


def row_name(row: Row, *, several: bool = False) -> str:
    """Return a row's name: the team's, 'Not shown, together' or which average; ``several`` names the service too."""
    if row.kind is RowKind.OTHERS:
        return tr("{others}: {service}", others=others_text(), service=row.service) if several and row.service else (
            others_text()
        )  # fmt: skip
    if row.kind is RowKind.SERVICE:
        return tr("{service}: average", service=row.service) if several else tr("Service average")
    return tr("Council average") if row.kind is RowKind.COUNCIL else row.name


def answered_words(row: Row, threshold: int) -> str:
    """Return '8 of 9', '5 or more', 'not shown', or of an average how many teams: '4 and others'."""
    if row.kind is RowKind.TEAM and row.team is not None:
        return team_answered_words(row.team)
    if row.kind is RowKind.OTHERS:
        return tr("{k} or more", k=threshold)
    if row.kind is RowKind.HIDDEN:
        return tr("not shown")
    if row.fewest < row.teams:
        # The themes that fewer teams show are averages of fewer.
        spread = tr("{low} to {high} teams", low=row.fewest, high=row.teams)
        return tr("{teams} and others", teams=spread) if row.others else spread
    if row.others:
        return trn("{count} team and others", "{count} teams and others", row.teams)
    return trn("{count} team", "{count} teams", row.teams)


def team_answered_words(team: TeamResult) -> str:
    """Return '8 of 9', or '8 of 15, low' of a team of which many did not answer; of one that is shown."""
    words = tr("{answered} of {headcount}", answered=team.answered or 0, headcount=team.headcount)
    return tr("{answered}, low", answered=words) if low_response(team) else words


def low_text(teams: Iterable[TeamResult]) -> str:
    """Return what 'low' means beside how many answered; '' where no team has it."""
    if not any(low_response(team) for team in teams):
        return ""
    return tr("‘Low’: fewer than {percent}% of the team answered, so take care.", percent=LOW_RESPONSE_PERCENT)


def gap_title() -> str:
    """Return what the column of smallest gaps is called."""
    return tr("Gap that would show")


def gap_words(row: Row, domains: Sequence[Domain]) -> str:
    """Return how large a team's gap has to be to show, over its themes: '15 to 18', '24 or more', 'too few answers'.

    '–' where no theme tells it, as every gap is more than chance, not tested or none; '' of what is no shown team.
    """
    if row.kind is not RowKind.TEAM:
        return ""
    found = [each for domain in domains if (each := row.comparison(domain.id)) is not None]
    if all(each.verdict is Verdict.NOT_TESTED for each in found):
        return tr("not tested")
    gaps = _gaps(row, domains)
    if not gaps:
        return NO_GAP
    low, high = gaps[0], gaps[-1]
    if low > TOO_FEW_TO_TELL_ABOVE:
        return tr("too few answers")
    if high > TOO_FEW_TO_TELL_ABOVE:
        return tr("{low} or more", low=low)
    return str(low) if low == high else tr("{low} to {high}", low=low, high=high)


def no_gap_text(compared: Compared) -> str:
    """Return what '–' means in the column of smallest gaps; '' where none stands there."""
    if not any(gap_words(row, compared.domains) == NO_GAP for row in compared.rows):
        return ""
    return tr("‘–’ in the last column: every gap of that team is more than chance, was not tested, or is none.")


def smallest_gap(row: Row, domains: Sequence[Domain]) -> int | None:
    """Return the smallest gap in points that would have shown of a shown team in any theme; None where none is told."""
    return next(iter(_gaps(row, domains)), None)


def _gaps(row: Row, domains: Sequence[Domain]) -> list[int]:
    found = [row.comparison(domain.id) for domain in domains]
    gaps = sorted(each.would_show for each in found if each is not None and each.would_show is not None)
    # A smaller gap that did show in another theme shows that such a one would: beside it a larger one looks wrong.
    shown = [
        abs(result.score.points - result.rest.other.points)
        for domain in domains
        if (result := row.result(domain.id)) is not None
        and result.score is not None
        and result.rest is not None
        and result.rest.verdict in MORE_THAN_CHANCE
    ]
    return [min(shown), *gaps] if gaps and shown and min(shown) < gaps[0] else gaps


def averages_words(compared: Compared) -> str:
    """Return what averages are made of: 'Not shown, together' only where there is such a row, or they are in one."""
    if any(row.kind is RowKind.OTHERS or row.others for row in compared.rows):
        return tr("Averages are of the shown teams and ‘Not shown, together’.")
    return tr("Averages are of the shown teams only.")


def fewer_words(team: TeamResult) -> str:
    """Return 'Fewer than 5 answers, or none', by the threshold that holds for the team.

    That is true of a team in which few answered, and of one that sent no return: nobody may tell which it is.
    """
    return tr("Fewer than {k} answers, or none", k=team.needed)


def short_words() -> str:
    """Return what stands in a cell of a shown team's theme that has no score, where there is room."""
    return tr("Too few answered")


def short_reason() -> str:
    """Return why a shown team's theme has no score, as part of a sentence."""
    return tr("too few people answered enough of these questions")


def short_text() -> str:
    """Return the same as sentences: of the team something is shown, of this theme no score."""
    return tr("Too few people answered enough of these questions for a score. That protects those who did.")


def came_in_words(needed: int) -> str:
    """Return the same as a sentence of its own, for lists of teams."""
    return tr("Fewer than {k} answers, or none, came in", k=needed)


def compared_with(domain: Domain, comparison: Comparison) -> str:
    """Return 'lower', 'higher', for a burden 'heavier' or 'lighter', or '' within chance."""
    if comparison.verdict not in MORE_THAN_CHANCE:
        return ""
    return difference_word(burden=bool(domain.direction_note), verdict=comparison.verdict)


def _sentences(apart: Apart) -> list[str]:
    """Return what was found of each team, of many teams only which they are."""
    if len(apart) <= MOST_NAMED:
        return [tr("{team}: {found}.", team=row.name, found=and_list([_found(row, *each) for each in found]))
                for row, found in apart]  # fmt: skip
    below, above = below_and_above(apart)
    said = []
    if below:
        said.append(tr("Below the others in a theme or more: {teams}.", teams=named_of(below)))
    if above:
        said.append(tr("Above the others: {teams}.", teams=named_of(above)))
    return said


def _found(row: Row, domain: Domain, comparison: Comparison) -> str:
    score = row.score(domain.id)
    return tr(
        "{title} is {words} ({score}, others {other})",
        title=theme_name(domain),
        words=compared_with(domain, comparison),
        score=score_text(score) if score is not None else "",
        other=score_text(comparison.other),
    )


def _no_ranks() -> str:
    return tr("Of the rest no difference was found: do not rank them.")


def _with_ways(said: str, compared: Compared, *, found: bool) -> str:
    """Return what was said, and where else to look: on paper there is nothing to press."""
    return said if found else f"{said} {elsewhere_sentence(compared)}"


def _what_could_show(tested: tuple[Comparison, ...]) -> str:
    gaps = [each.would_show for each in tested if each.would_show is not None]
    if not gaps or min(gaps) > TOO_FEW_TO_TELL_ABOVE:
        return tr("Too few answered to tell teams apart.")
    low, high = min(gaps), min(max(gaps), TOO_FEW_TO_TELL_ABOVE)
    if low == high:
        return tr("A gap of {low} points would have shown.", low=low)
    if max(gaps) > TOO_FEW_TO_TELL_ABOVE:
        return tr("A gap of {low} points or more would have shown; in the smallest teams, no gap would.", low=low)
    return tr("A gap of {low} to {high} points would have shown, depending on how many answered.", low=low, high=high)


def _shown_words(teams: int) -> str:
    return tr("only one is") if teams else tr("none is")
