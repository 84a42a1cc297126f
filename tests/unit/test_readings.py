"""Messages that lean on a topic: which of three readings wins. Whole conversations: test_engine_conversation."""

from __future__ import annotations

import pytest

from chatbot.decision import Decided
from chatbot.matching.matcher import Matched
from chatbot.matching.ranking import Match, Ranking
from chatbot.readings import Asked, Lead, Reading, outdoes, stands_whole, weigh

TOPIC = "metal"
NO_LEAD = Lead("", turns_down=False)
UNCLEAR = Decided("clarify", choices=("scar", "nerve"))


def answered(entry: str, sure: float) -> Decided:
    return Decided("answer", ((entry, sure),))


def weighed(asked: Asked, leaning: Decided, alone: Decided = UNCLEAR) -> Reading:
    follow_up = answered(asked.entry, asked.confidence)
    return weigh(TOPIC, alone, asked, leaning, follow_up, is_bare=True)


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
    reading = weigh(TOPIC, alone, None, UNCLEAR, UNCLEAR, is_bare=False)
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
    decided = weigh(TOPIC, UNCLEAR, None, leaning, UNCLEAR, is_bare=True).decided
    assert (decided.kind, decided.choices) == (("clarify", choices) if choices else ("answer", ()))


def test_two_readings_that_agree_are_as_sure_as_the_surer_one() -> None:
    asked = Asked("records", 0.95, "records", ("records",), is_near=False)
    reading = weighed(asked, UNCLEAR, answered("records", 0.6))
    assert reading.decided.entries == (("records", 0.95),)
    near = Asked("records", 0.5, "records", ("records", "scar"), is_near=False)
    assert weighed(near, UNCLEAR, answered("scar", 0.6)).decided.entries == (("scar", 0.6),)


def test_the_last_question_of_a_message_is_heard_where_it_is_clearer_or_all_there_is() -> None:
    unclear = Reading(answered("scar", 0.5))
    assert outdoes(Reading(answered("nerve", 0.9)), unclear, TOPIC, NO_LEAD, is_chat=False)
    assert not outdoes(Reading(answered("nerve", 0.7)), unclear, TOPIC, NO_LEAD, is_chat=False)
    assert outdoes(Reading(answered("nerve", 0.4)), Reading(UNCLEAR), TOPIC, NO_LEAD, is_chat=False)
    assert outdoes(
        Reading(answered("nerve", 0.4)), Reading(answered("hello", 0.9)), TOPIC, NO_LEAD, is_chat=True
    )


def test_a_detail_that_is_not_told_is_meant_only_of_what_is_named() -> None:
    """And what is named is meant, though the message as a whole leans on what was talked about before."""
    detail = Reading(answered("nerve", 0.6), "nerve", "whether it hurts", is_told=False)
    leaning = Reading(answered(TOPIC, 0.7), TOPIC)
    assert not outdoes(detail, leaning, TOPIC, NO_LEAD, is_chat=False)
    assert outdoes(detail, leaning, TOPIC, Lead("nerve", turns_down=False), is_chat=False)
    sure = Reading(answered("tests", 0.99), "nerve", "how it is found")
    assert outdoes(
        sure, Reading(answered("nerve", 0.95)), TOPIC, Lead("nerve", turns_down=False), is_chat=False
    )


def test_what_is_turned_down_before_a_question_is_not_heard() -> None:
    """ "Forget the metal. What about the pills": only where the question asks for something else."""
    lead = Lead(TOPIC, turns_down=True)
    whole = Reading(answered(TOPIC, 0.95))
    assert not stands_whole(whole, lead, is_chat=False)
    assert outdoes(Reading(answered("pills", 0.4)), whole, TOPIC, lead, is_chat=False)
    for same in (Reading(answered(TOPIC, 0.4)), Reading(UNCLEAR)):
        assert not outdoes(same, whole, TOPIC, lead, is_chat=False)


def test_a_clear_message_stands_as_a_whole() -> None:
    """Unless it was taken for small talk, or for what its lead names, or read about another topic than that."""
    whole = Reading(answered("scar", 0.9))
    assert stands_whole(whole, NO_LEAD, is_chat=False)
    assert stands_whole(whole, Lead("nerve", turns_down=False), is_chat=False)
    assert not stands_whole(whole, NO_LEAD, is_chat=True)
    assert not stands_whole(whole, Lead("scar", turns_down=False), is_chat=False)
    assert not stands_whole(whole._replace(topic=TOPIC), Lead("nerve", turns_down=False), is_chat=False)
    assert not stands_whole(Reading(answered("scar", 0.7)), NO_LEAD, is_chat=False)


@pytest.mark.parametrize(("sure_alone", "is_told"), [(0.4, False), (0.6, True)])
def test_a_gap_is_owned_up_to_where_the_words_alone_are_but_a_guess(
    *, sure_alone: float, is_told: bool
) -> None:
    """ "What if I just do nothing" about the metal; alone it is a little like several others."""
    asked = Asked(TOPIC, 0.9, "what if nothing is done", (TOPIC,), is_near=True, is_told=False)
    follow_up = answered(TOPIC, 0.9)
    reading = weigh(TOPIC, answered("scar", sure_alone), asked, UNCLEAR, follow_up, is_bare=False)
    assert reading.is_told == is_told


@pytest.mark.parametrize(("sure", "is_heard"), [(0.97, True), (0.9, False)])
def test_a_last_question_beyond_doubt_is_heard_instead_of_what_is_not_clear(
    *, sure: float, is_heard: bool
) -> None:
    """However near the whole comes to it; one that is only clear must be clearer by more."""
    whole = Reading(answered("scar", 0.76))
    last = Reading(answered("removal", sure), TOPIC, "what comes next")
    assert outdoes(last, whole, TOPIC, NO_LEAD, is_chat=False) == is_heard
