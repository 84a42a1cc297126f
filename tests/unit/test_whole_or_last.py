"""A message that tells something and then asks: when all of it counts, and when only its last question."""

from __future__ import annotations

import pytest

from chatbot.decision import Decided
from chatbot.dialogue.whole_or_last import Lead, outdoes, stands_whole
from chatbot.leaning.three_readings import Reading

TOPIC = "metal"
NO_LEAD = Lead("", turns_down=False)
UNCLEAR = Decided("clarify", choices=("scar", "nerve"))


def answered(entry: str, sure: float) -> Decided:
    return Decided("answer", ((entry, sure),))


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


@pytest.mark.parametrize(("sure", "is_heard"), [(0.97, True), (0.9, False)])
def test_a_last_question_beyond_doubt_is_heard_instead_of_what_is_not_clear(
    *, sure: float, is_heard: bool
) -> None:
    """However near the whole comes to it; one that is only clear must be clearer by more."""
    whole = Reading(answered("scar", 0.76))
    last = Reading(answered("removal", sure), TOPIC, "what comes next")
    assert outdoes(last, whole, TOPIC, NO_LEAD, is_chat=False) == is_heard
