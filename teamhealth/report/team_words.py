"""What stands after a team's figures: why themes matter, examples, what is not shown, the method, comments."""

from reportlab.platypus.flowables import Flowable

from teamhealth.publication.items_said import at_an_end, is_vague_end, item_sentence
from teamhealth.publication.short_themes import items_without_counts
from teamhealth.publication.types import Agreement, CommentsResult, ItemResult, ItemWord
from teamhealth.report import styles
from teamhealth.report.evidence import Evidence
from teamhealth.report.examples import examples_of, source_words
from teamhealth.report.fonts import REPLACEMENT, clean, markup, strong
from teamhealth.report.keeping import kept_together, kept_with_next
from teamhealth.report.own_page import comments_title, own_page
from teamhealth.report.paragraphs import bullet_list, heading, paragraph, quotation
from teamhealth.report.subject import Subject
from teamhealth.report.team_themes import domain_sign
from teamhealth.survey.policy import SHARES_FROM, SPLITS_FROM
from teamhealth.texts.catalogue import tr, trn
from teamhealth.texts.lists import and_list


def reasons_section(subject: Subject, evidence: Evidence) -> list[Flowable]:
    """Return why the themes matter, one reason with its source for each; nothing without any."""
    found = [(domain, reason) for domain in subject.domains if (reason := evidence.reason(domain.id)) is not None]
    sentences = [
        f"{strong(domain.title + '.')} {markup(reason.text)} {source_words(reason.source.short)}"
        for domain, reason in found
    ]
    listed = bullet_list(sentences, [domain_sign(domain.id) for domain, _ in found], styles.REASON)
    if len(listed) > 1:
        # The last is not left alone on a page.
        kept_with_next(listed[-2])
    return [heading(tr("Why the themes matter"), 2), *listed] if listed else []


def examples_section(subject: Subject, evidence: Evidence) -> list[Flowable]:
    """Return what others have tried, or a source proposes, beside this team's concerns."""
    if subject.nothing_said:
        return []
    concerns = {
        item.id: item_sentence(item, result) for item, result in subject.items if result.word is ItemWord.CONCERN
    }
    return examples_of(concerns, evidence, tr("No question is shown as a concern, so no example stands here."))


def _joined(result: ItemResult) -> bool:
    count = result.favourable
    return count is not None and not count.exact and not at_an_end(count, result.answered or 0)


def not_shown_section(subject: Subject) -> list[Flowable]:
    """Return what is not shown of this team, and why."""
    parts = []
    counted = any(result.answered is not None for _, result in subject.items)
    if not counted:
        parts.append(tr("Percentages, counts and how alike the answers are need more answers than this team gave."))
        parts.append(tr("Otherwise somebody could be picked out."))
    else:
        parts.append(tr("No count of a lone answer is printed, nor of a unanimous one."))
        parts += _ends(subject)
        if any(_joined(result) for _, result in subject.items):
            parts.append(tr("A count such as ‘3 or 4’ stands where the exact one would tell too much beside the word."))
        if not _split_told(subject):
            parts.append(tr("Only favourable answers are counted: too few answered for more."))
        else:
            parts.append(
                tr("A split of answers has 2 people or more in each part. It is left out where it would tell too much.")
            )
        parts += _alike(subject)
    parts.append(tr("There is no overall score, and nothing is shown by role, age or anything else inside the team."))
    if counted:
        parts += _words_only(subject)
    parts += _left_out(subject)
    parts += _not_compared(subject)
    return [heading(tr("What is not shown, and why"), 2), paragraph(" ".join(parts))]


def _ends(subject: Subject) -> list[str]:
    """Return what ranges at either end may be, as far as a row says so."""
    counts = [
        result.favourable
        for _, result in subject.items
        if result.favourable is not None and is_vague_end(result.favourable, result.answered or 0)
    ]
    lowest, highest = any(each.low == 0 for each in counts), any(each.low for each in counts)
    if lowest and highest:
        return [tr("‘Two at most’ may be none, and ‘all, or all but one or two’ may be all.")]
    if lowest:
        return [tr("‘Two at most’ may be none.")]
    return [tr("‘All, or all but one or two’ may be all.")] if highest else []


def _alike(subject: Subject) -> list[str]:
    """Return what is meant by how alike answers are said to be, as far as the report says so, and where it does not."""
    said = {result.agreement for _, result in subject.scored if result.score is not None}
    parts = []
    if Agreement.ALIKE in said:
        parts.append(
            tr("‘Mostly alike’: answers lie, on average, within about four fifths of a step of the question’s mean.")
        )
    elif Agreement.DIFFER in said:
        parts.append(
            tr("‘Answers differ’: on average they lie more than about four fifths of a step from the question’s mean.")
        )
    if None in said:
        parts.append(tr("How alike answers are is not said where it would tell too much beside what else is shown."))
    return parts


def _words_only(subject: Subject) -> list[str]:
    """Return why some questions show a word and no count."""
    short = items_without_counts(subject.facts.questionnaires)
    words = {item.id for item, result in subject.items if result.word is not None and result.answered is None}
    parts = []
    if words & short:
        parts.append(tr("A theme of three questions shows words only: beside its score, counts would tell too much."))
    if words - short:
        least = max(SHARES_FROM + _raised(subject), subject.team.needed)
        parts.append(
            tr("In other themes a word stands alone where fewer than {k} people gave the question an answer.", k=least)
            if words & short else
            tr("A word stands alone where fewer than {k} people gave the question an answer.", k=least)
        )  # fmt: skip
    return parts


def _left_out(subject: Subject) -> list[str]:
    """Return why some questions show no word, and some themes no score."""
    parts = []
    if any(result.word is None for _, result in subject.items):
        least = subject.team.needed
        parts.append(tr("‘Not shown’ in a word’s place: fewer than {k} people gave the question an answer.", k=least))
    if any(result.score is None for _, result in subject.scored):
        parts.append(tr("A theme has no score where too few people answered half of its questions or more."))
    return parts


def _not_compared(subject: Subject) -> list[str]:
    """Return why some scores have no change beside them, or no other teams; of a lone team's there are none to miss."""
    scored = [(domain, result) for domain, result in subject.scored if result.score is not None]
    parts = []
    rounds = {result.change.wave.name for _, result in scored if result.change is not None}
    if rounds and any(result.change is None and domain.id not in subject.asked_anew for domain, result in scored):
        parts.append(
            tr("A change is left out where the theme had no score in {round}.", round=and_list(sorted(rounds)))
        )
    if subject.among_others and any(result.rest is None for _, result in scored):
        parts.append(
            tr("No other teams are beside a theme where too few are shown, or one’s score could be told from them.")
        )
    return parts


def _split_told(subject: Subject) -> bool:
    """Return whether any question has answers enough for a split."""
    least = SPLITS_FROM + _raised(subject)
    return any((result.answered or 0) >= least for _, result in subject.items)


def _raised(subject: Subject) -> int:
    """Return by how many answers more each kind of figure is shown, for those who answer and receive the report."""
    return subject.team.needed - subject.facts.policy.threshold


def comments_section(subject: Subject) -> list[Flowable]:
    """Return the comments on a page of their own, word for word; nothing if there are none to tell of."""
    asked = {each.id: each.text for questionnaire in subject.facts.questionnaires for each in questionnaire.comments}
    told = [result for result in subject.team.comments if result.comments or result.withheld]
    if not told:
        return []
    introduction = [
        tr("Word for word, in alphabetical order, which says nothing about who wrote what."),
        tr("Please do not guess: it stops people writing next time."),
        tr("Whoever published these comments could leave out any that name a person."),
        tr("The comments can be kept back when the report is passed on."),
    ]
    written = "".join(comment for result in told for comment in result.comments)
    if clean(written).count(REPLACEMENT) > written.count(REPLACEMENT):
        introduction.append(tr("A square stands for a character that this page cannot print, such as a smiley."))
    story = [*own_page(comments_title()), paragraph(" ".join(introduction), styles.QUIET)]
    for result in told:
        story.append(heading(asked.get(result.question, result.question), 3, styles.QUESTION))
        said = [*(quotation(comment) for comment in result.comments), *_withheld(result)]
        # The last of them is never alone at the head of a page, where nothing says what was asked.
        kept_together(said[-2:])
        story += said
    return story


def _withheld(result: CommentsResult) -> list[Flowable]:
    if not result.withheld:
        return []
    words = trn("{count} comment was left out.", "{count} comments were left out.", result.withheld)
    return [paragraph(words, styles.QUIET)]
