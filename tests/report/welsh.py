"""A publication whose questionnaire is in Welsh: titles, labels, sentences, scales and questions."""

from dataclasses import replace
from itertools import cycle

from teamhealth.publication.types import Publication
from teamhealth.survey.questionnaire import BandedItem, Domain, Item, Questionnaire, ResponseScale

_THEMES = {
    "stability": ("Sefydlogrwydd y gweithlu", "A fydd y tîm hwn yma o hyd, ac a all teuluoedd ddibynnu arno?"),
    "morale": ("Morâl", "A oes gan bobl yr egni a’r pwrpas i wneud hyn yn dda?"),
    "bureaucracy": ("Baich biwrocratiaeth", "A yw prosesau’n gadael amser i deuluoedd?"),
    "safety": ("Diogelwch seicolegol", "A all pobl siarad yn agored a gofyn am gymorth?"),
}
# Label, what was asked, and what is said of a strength and of a concern; dealt out in turn.
_ITEMS = (
    (
        "Disgwyl aros",
        "Rwy’n disgwyl bod yn gweithio yn y tîm hwn o hyd ymhen blwyddyn.",
        "Mae pobl yn disgwyl aros",
        "Nid yw pobl yn disgwyl bod yma ymhen blwyddyn",
    ),
    (
        "Teuluoedd yn cadw’u gweithiwr",
        "Gall y plant a’r teuluoedd rydym yn gweithio gyda nhw ddibynnu ar gadw’r un gweithiwr.",
        "Mae teuluoedd yn cadw’r un gweithiwr",
        "Ni all teuluoedd ddibynnu ar gadw’r un gweithiwr",
    ),
    (
        "Llwyth gwaith",
        "Mae fy llwyth gwaith yn gadael i mi wneud fy ngwaith yn iawn.",
        "Mae’r llwyth gwaith yn gadael i bobl wneud eu gwaith yn iawn",
        "Mae’r llwyth gwaith yn rhwystro pobl rhag gwneud eu gwaith yn iawn",
    ),
    (
        "Meddwl yn uchel wrth gael goruchwyliaeth",
        "Wrth gael goruchwyliaeth gallaf feddwl yn uchel am yr hyn sy’n fy mhoeni.",
        "Mae goruchwyliaeth yn lle i feddwl yn uchel",
        "Nid yw goruchwyliaeth yn lle i feddwl yn uchel",
    ),
    (
        "Awdurdod i benderfynu",
        "Gallaf wneud y penderfyniadau rwy’n gymwys i’w gwneud, heb aros am gymeradwyaeth.",
        "Gall pobl benderfynu’r hyn y maent yn gymwys i’w benderfynu",
        "Mae pobl yn aros am gymeradwyaeth i benderfyniadau y gallent eu gwneud eu hunain",
    ),
)
_SHARES = ("Dim", "Hyd at 20%", "21% i 40%", "41% i 60%", "61% i 80%", "Mwy nag 80%")
_AGREEMENT = ("Anghytuno’n gryf", "Anghytuno", "Ddim yn cytuno nac yn anghytuno", "Cytuno", "Cytuno’n gryf")
_TIME = {"ti1": "Amser wyneb yn wyneb gyda theuluoedd", "ti2": "Amser wrth gyfrifiadur neu ar waith papur"}


def in_welsh(whole: Publication) -> Publication:
    """Return the publication with its questionnaires asked in Welsh; no figure changes."""
    asked = tuple(_translated(each) for each in whole.survey.questionnaires)
    return replace(whole, survey=replace(whole.survey, questionnaires=asked))


def _translated(asked: Questionnaire) -> Questionnaire:
    words = cycle(_ITEMS)
    return replace(
        asked,
        language="cy",
        title="Iechyd tîm",
        response_scales=tuple(_scale(each) for each in asked.response_scales),
        domains=tuple(
            replace(_theme(each), items=tuple(_item(item, next(words)) for item in each.items))
            for each in asked.domains
        ),
        banded_items=tuple(_banded(each) for each in asked.banded_items),
        comments=tuple(
            replace(each, text="Pa un newid fyddai’n helpu’r tîm hwn fwyaf i wneud ei waith gorau?")
            for each in asked.comments
        ),
    )


def _theme(domain: Domain) -> Domain:
    title, question = _THEMES[domain.id]
    return replace(domain, title=title, question=question)


def _item(item: Item, words: tuple[str, str, str, str]) -> Item:
    label, text, strength, concern = words
    return replace(item, label=label, text=text, strength=strength, concern=concern)


def _banded(item: BandedItem) -> BandedItem:
    return replace(item, label=_TIME.get(item.id, item.label))


def _scale(scale: ResponseScale) -> ResponseScale:
    return replace(scale, options=_SHARES if len(scale.options) == len(_SHARES) else _AGREEMENT)
