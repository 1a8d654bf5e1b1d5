"""What stands around a comparison: whom it is of, which teams stand apart, and how its colours and gaps are read."""

from teamhealth.publication.beside_words import beside_whom
from teamhealth.publication.compared import MORE_THAN_CHANCE, Compared
from teamhealth.publication.compared_words import averages_words, low_text, no_gap_text
from teamhealth.publication.words import left_out_text
from teamhealth.survey.lineage_words import closed_sentence
from teamhealth.texts.catalogue import tr, trn
from teamhealth.ui.compare.legend import colour_words


def subtitle(compared: Compared) -> str:
    """Return the place, the round and how many teams are shown."""
    shown = trn("{count} team shown", "{count} teams shown", len(compared.shown))
    return tr("{place} · {round} · {shown}", place=_place(compared), round=_round(compared), shown=shown)


def picture_title(compared: Compared) -> str:
    """Return the place and the round, above a picture for slides."""
    return tr("{place}, {round}", place=_place(compared), round=_round(compared))


def small_print(compared: Compared) -> str:
    """Return how the table is read, and what is not in it."""
    words = [colour_words(compared), tr("Compare a theme with itself across teams, not with another theme.")]
    if compared.comparisons and len(compared.publication.services) > 1:
        words.append(beside_whom(compared))
    none = no_gap_text(compared)
    if none:
        words.append(none)
    if any(domain.direction_note for domain in compared.domains):
        words.append(tr("For burden, ▲ is lighter and ▼ heavier."))
    words.append(averages_words(compared))
    words.append(low_text(row.team for row in compared.shown if row.team is not None))
    if compared.publication.left_out:
        words.append(left_out_text())
    closed = closed_sentence(compared.publication.lineage)
    return " ".join(each for each in (*words, closed) if each)


def apart(compared: Compared) -> list[str]:
    """Return the names of the teams that stand apart by more than chance."""
    found = []
    for row in compared.shown:
        tested = [row.comparison(domain.id) for domain in compared.domains]
        if any(each is not None and each.verdict in MORE_THAN_CHANCE for each in tested):
            found.append(row.name)
    return found


def _place(compared: Compared) -> str:
    return compared.service.name if compared.service is not None else compared.publication.survey.organisation.name


def _round(compared: Compared) -> str:
    return compared.publication.survey.wave.name
