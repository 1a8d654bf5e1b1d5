"""The length of an envelope names nobody, though somebody saw who typed much and who typed little."""

from collections.abc import Callable
from random import Random

import msgspec

from teamhealth.sealing.envelope import seal
from teamhealth.sealing.keys import new_key_pair
from teamhealth.survey.response import Response
from tests.invented import SURVEY_ID, TEAM_ID, survey

PEOPLE = 9
TRIALS = 50
ITEMS = [item.id for item in survey().questionnaires[0].items]
WORDS = ("duty", "rota", "forms", "time", "team", "visits", "cover", "rooms", "support", "change")

Sealing = Callable[[Response], bytes]


def team(random: Random) -> list[Response]:
    """Return what nine people answered: some wrote a little, some much, some nothing."""
    return [
        Response(
            SURVEY_ID,
            TEAM_ID,
            {item: random.randint(1, 5) for item in ITEMS if random.random() > 0.05},
            {"change": " ".join(random.choices(WORDS, k=random.randint(1, 60)))} if random.random() > 0.3 else {},
        )
        for _ in range(PEOPLE)
    ]


def named(sealing: Sealing) -> int:
    """Return how many people of all trials are named by the length of what they answered."""
    found = 0
    for trial in range(TRIALS):
        answers = team(Random(trial))
        expected = [len(written(response)) for response in answers]
        sizes = [len(sealing(response)) for response in answers]
        shuffled = sorted(sizes)
        for length, size in zip(expected, sizes, strict=True):
            # Named if its length stands alone, and ranks where the envelope's does.
            alone = expected.count(length) == 1 and sizes.count(size) == 1
            found += alone and sorted(expected).index(length) == shuffled.index(size)
    return found


def written(response: Response) -> bytes:
    return msgspec.json.encode({"answers": dict(response.answers), "comments": dict(response.comments)})


def test_no_envelope_is_named_by_its_length() -> None:
    public = new_key_pair().public
    assert named(lambda response: seal(response, public)) == 0


def test_the_attack_names_most_where_answers_are_not_filled_up() -> None:
    assert named(written) > 0.6 * PEOPLE * TRIALS
