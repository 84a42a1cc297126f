"""Messages that lean on a topic: which of three readings wins. Whole ones: test_in_the_light_of_the_topic."""

from __future__ import annotations

import pytest

from chatbot.decision import Decided
from chatbot.leaning.three_readings import Asked, Following, Reading, ThreeReadings, weigh
from chatbot.matching.matcher import Matched
from chatbot.matching.ranking import Match, Ranking

TOPIC = "metal"
UNCLEAR = Decided("clarify", choices=("scar", "nerve"))


def answered(entry: str, sure: float) -> Decided:
    return Decided("answer", ((entry, sure),))


def weighed(
    asked: Asked | None, leaning: Decided, alone: Decided = UNCLEAR, *, is_bare: bool = True
) -> Reading:
    follow_up = answered(asked.entry, asked.confidence) if asked else UNCLEAR
    return weigh(ThreeReadings(alone, leaning, asked, follow_up), Following(TOPIC, is_bare))


@pytest.mark.parametrize(("is_near", "told"), [(True, "records"), (False, "removal")])
def test_a_follow_up_that_the_topic_does_not_name_gives_way_to_a_surer_reading(
    is_near: bool, told: str
) -> None:
    """ "Can they be taken out" after the screws is about the screws, though records can be taken, too."""
    asked = Asked("records", 0.6, "records", ("records",), is_near=is_near)
    assert weighed(asked, answered("removal", 0.75)).decided.entries[0][0] == told
    assert weighed(asked, answered("removal", 0.55)).decided.entries[0][0] == "records"


def test_a_follow_up_beats_what_the_words_say_less_surely_alone() -> None:
    """And is said to be about the topic."""
    asked = Asked("records", 0.9, "records", ("records",), is_near=False)
    reading = weighed(asked, UNCLEAR, answered("removal", 0.5))
    assert (reading.decided.entries[0][0], reading.topic, reading.facet) == ("records", TOPIC, "records")


def test_a_clear_question_is_no_follow_up() -> None:
    """Whatever the topic was."""
    asked = Asked("records", 0.9, "records", ("records",), is_near=True)
    reading = weighed(asked, answered("removal", 0.5), answered("scar", 0.95))
    assert (reading.decided.entries[0][0], reading.topic) == ("scar", "")


@pytest.mark.parametrize(("outside", "kind"), [(3.0, "unknown"), (1.0, "clarify")])
def test_choices_are_not_offered_where_what_is_outside_speaks_louder(outside: float, kind: str) -> None:
    ranking = Ranking((Match("scar", 2.0, 0.5, 1.0),), outside, 1.0, (), ())
    alone = UNCLEAR._replace(matched=Matched(ranking, (0.2,), is_exact=False, words=()))
    reading = weighed(None, UNCLEAR, alone, is_bare=False)
    assert reading.decided.kind == kind


@pytest.mark.parametrize(
    ("leaning", "choices"),
    [
        (answered("records", 0.45), ("scar", "records", "nerve")),  # a guess: it is asked for
        (answered("nerve", 0.45), ("scar", "nerve")),
        (answered("records", 0.6), ()),
        (answered("scar", 0.45), ()),
        (answered(TOPIC, 0.45), ()),
    ],
)
def test_what_only_the_topic_pulls_it_to_is_a_choice_among_others(
    leaning: Decided, choices: tuple[str, ...]
) -> None:
    """ "Would I be stiffer then", after a longer fusion: neither reading is sure, and they differ."""
    decided = weighed(None, leaning).decided
    assert (decided.kind, decided.choices) == (("clarify", choices) if choices else ("answer", ()))


def test_two_readings_that_agree_are_as_sure_as_the_surer_one() -> None:
    asked = Asked("records", 0.95, "records", ("records",), is_near=False)
    reading = weighed(asked, UNCLEAR, answered("records", 0.6))
    assert reading.decided.entries == (("records", 0.95),)
    near = Asked("records", 0.5, "records", ("records", "scar"), is_near=False)
    assert weighed(near, UNCLEAR, answered("scar", 0.6)).decided.entries == (("scar", 0.6),)


@pytest.mark.parametrize(("sure_alone", "is_told"), [(0.4, False), (0.6, True)])
def test_a_gap_is_owned_up_to_where_the_words_alone_are_but_a_guess(
    *, sure_alone: float, is_told: bool
) -> None:
    """ "What if I just do nothing" about the metal; alone it is a little like several others."""
    asked = Asked(TOPIC, 0.9, "what if nothing is done", (TOPIC,), is_near=True, is_told=False)
    reading = weighed(asked, UNCLEAR, answered("scar", sure_alone), is_bare=False)
    assert reading.is_told == is_told
