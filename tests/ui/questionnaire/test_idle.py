"""Idleness is judged by the wall clock alone."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from teamhealth.ui.questionnaire.idle import DoneWatch, Idleness, IdleWatch

NOW = datetime(2026, 11, 16, 10, 0, tzinfo=UTC)


@given(st.integers(-100_000, 100_000))
def test_idleness_follows_the_seconds_that_passed(seconds: int) -> None:
    expected = Idleness.GONE if seconds >= 240 else Idleness.ASK if seconds >= 180 else Idleness.BUSY
    assert IdleWatch(NOW).idleness(NOW + timedelta(seconds=seconds)) is expected


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=40))
def test_last_page_stands_for_twenty_seconds_without_a_key_down(ticks: list[tuple[int, bool]]) -> None:
    watch, now, free = DoneWatch.start(NOW), NOW, 0
    for seconds, key_down in ticks:
        now += timedelta(seconds=seconds)
        watch = watch.ticked(now, key_down=key_down)
        free += 0 if key_down else seconds
        assert watch.over(now) is (free >= 20)
