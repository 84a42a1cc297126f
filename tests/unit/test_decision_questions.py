"""Several questions in one message: each is answered, and what leans, repeats or is not covered is told so."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from chatbot.normalise import normalise
from chatbot.parts import segments
from tests.support.fixed_matching import decided, ids, matched

SCAR = matched("what is scar tissue", ("scar", 0.9))
METAL = matched("can the metal come out", ("metal", 0.8))
BOTH = "what is scar tissue and can the metal come out"
WHOLE = matched(BOTH, ("scar", 0.5), ("metal", 0.3))


def test_two_questions_are_both_answered_in_order() -> None:
    """The one asked first comes first, however sure the other is."""
    found = decided(BOTH, WHOLE, SCAR, METAL)
    assert found.entries == (("scar", 0.9), ("metal", 0.8))
    assert found.uncovered == ()
    turned = "can the metal come out and what is scar tissue"
    assert ids(decided(turned, matched(turned, ("scar", 0.5)), SCAR, METAL)) == ["metal", "scar"]


def test_the_same_entry_is_told_once() -> None:
    """Two questions with one answer are one answer."""
    again = matched("can the metal come out", ("scar", 0.8))
    found = decided(BOTH, WHOLE, SCAR, again)
    assert ids(found) == ["scar"]
    third = BOTH + " and how common is it"
    more = matched("how common is it", ("common", 0.9))
    assert ids(decided(third, matched(third, ("scar", 0.5)), SCAR, again, more)) == ["scar", "common"]


def test_three_questions_are_not_called_two() -> None:
    """What `why` tells is true for as many as were asked."""
    third = BOTH + " and how common is it"
    more = matched("how common is it", ("common", 0.9))
    found = decided(third, matched(third, ("scar", 0.5)), SCAR, METAL, more)
    assert ids(found) == ["scar", "metal", "common"]
    assert found.rule == "several questions in one message"


def test_a_part_that_is_not_covered_is_named() -> None:
    """What can be answered is, and the rest is said to be missing in the patient's own words."""
    text = "What is scar tissue, and can you Fix my Car?"
    found = decided(text, matched(text, ("scar", 0.5)), SCAR)
    assert ids(found) == ["scar"]
    assert found.uncovered == ("can you Fix my Car",)
    assert "not covered" in found.rule
    three = BOTH + " and can you fix my car"
    found = decided(three, matched(three, ("scar", 0.5)), SCAR, METAL)
    assert ids(found) == ["scar", "metal"]
    assert found.uncovered == ("can you fix my car",)


def test_small_talk_is_no_second_question() -> None:
    """ "How are you, and what is scar tissue?" asks one thing."""
    text = "how are you and what is scar tissue"
    hello = matched("how are you", ("greeting", 0.9))
    found = decided(text, matched(text, ("scar", 0.8)), hello, SCAR)
    assert (ids(found), found.uncovered) == (["scar"], ())


def test_a_message_that_is_clear_as_a_whole_is_not_taken_apart_for_weak_parts() -> None:
    """Cutting must not lose what the words say together."""
    weak = matched("can the metal come out", ("metal", 0.5))
    sure = matched(BOTH, ("common", 0.95))
    assert ids(decided(BOTH, sure, SCAR, weak)) == ["common"]
    assert ids(decided(BOTH, sure, SCAR, METAL)) == ["scar", "metal"]


def test_many_questions_and_long_stories_are_read_as_one() -> None:
    """More than three parts would be a wall of text."""
    text = "what is it? how is it? who has it? when was it?"
    found = decided(text, matched(text, ("common", 0.9)))
    assert ids(found) == ["common"]
    long = "what is scar tissue and " + "very " * 50 + "can the metal come out"
    assert ids(decided(long, matched(long, ("common", 0.9)), SCAR, METAL)) == ["common"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("It hurts at night. Can the metal come out", ["metal"]),
        ("can not sleep at night. can the metal come out", ["metal"]),
        ("i need to know about scars. i would like to know costs", ["scar", "cost"]),
        ("hi, can the metal come out and could you tell me what is scar tissue", ["metal", "scar"]),
        ("We want to know about scars. Need help with costs", ["scar", "cost"]),
    ],
)
def test_only_what_asks_is_a_part(text: str, asked: list[str]) -> None:
    """A complaint beside a question is its background; a request asks without a question word."""
    question = normalise(text)
    answers = []
    for stretch in segments(question):
        part = " ".join(question.tokens[stretch.start : stretch.end])
        entry = next((one for one in ("metal", "scar", "cost") if one in part), "common")
        answers.append(matched(part, (entry, 0.9)))
    found = decided(text, matched(text, ("metal", 0.6)), *answers)
    assert ids(found) == asked


def test_an_unclear_part_leans_on_the_one_before() -> None:
    """ "What is scar tissue and does it hurt": the second asks about the first."""
    text = "what is scar tissue and how is that done then"
    unclear = matched("how is that done then", ("metal", 0.3))
    leaning = [matched("how is that done then", ("common", 0.7))]
    found = decided(text, matched(text, ("scar", 0.5)), SCAR, unclear, leaning=leaning)
    assert ids(found) == ["scar", "common"]


def test_a_follow_up_in_the_same_message_is_read_as_one() -> None:
    """What a fragment asks for after an entry is asked first; where it is no follow-up, words decide."""
    text = "what is scar tissue and how is that done then"
    unclear = matched("how is that done then", ("metal", 0.45))
    asked: list[tuple[str, tuple[str, ...]]] = []

    def follow_up(entry: str, words: Sequence[str]) -> tuple[str, float] | None:
        asked.append((entry, tuple(words)))
        return ("cost", 0.9)

    found = decided(text, matched(text, ("scar", 0.5)), SCAR, unclear, follow_up=follow_up)
    assert found.entries == (("scar", 0.9), ("cost", 0.9))
    assert asked == [("scar", ("how", "is", "that", "done", "then"))]
    clear = matched("how is that done then", ("metal", 0.7))
    found = decided(text, matched(text, ("scar", 0.5)), SCAR, clear, follow_up=lambda *_: None)
    assert found.entries == (("scar", 0.9), ("metal", 0.7))
    found = decided(text, matched(text, ("scar", 0.5)), SCAR, clear, follow_up=follow_up)
    assert found.entries == (("scar", 0.9), ("cost", 0.9)), "it points back: the surer reading counts"
    apart = matched("how do the costs rise", ("metal", 0.7))
    found = decided(
        "what is scar tissue and how do the costs rise", matched(text, ("scar", 0.5)), SCAR, apart,
        follow_up=follow_up,
    )  # fmt: skip
    assert found.entries == (("scar", 0.9), ("metal", 0.7)), "it points to nothing: its own words count"


def test_a_follow_up_must_be_surer_than_what_the_words_say_alone() -> None:
    """And very sure where the words alone are about something else, unless they point back."""
    text = "what is scar tissue and how is that done then"
    alone = matched("how is that done then", ("metal", 0.7))
    whole = matched(text, ("scar", 0.5))
    found = decided(text, whole, SCAR, alone, follow_up=lambda *_: ("cost", 0.5))
    assert ids(found) == ["scar", "metal"]
    outside = matched("how is that done then", ("metal", 0.05), outside=5.0, strange=["done"])
    found = decided(text, whole, SCAR, outside, follow_up=lambda *_: ("cost", 0.95))
    assert (ids(found), found.uncovered) == (["scar", "cost"], ())
    found = decided(text, whole, SCAR, outside, follow_up=lambda *_: ("cost", 0.7))
    assert (ids(found), found.uncovered) == (["scar", "cost"], ())
    text = "what is scar tissue and how are hats done"
    outside = matched("how are hats done", ("metal", 0.05), outside=5.0, strange=["hats"])
    found = decided(text, matched(text, ("scar", 0.5)), SCAR, outside, follow_up=lambda *_: ("cost", 0.7))
    assert (ids(found), found.uncovered) == (["scar"], ("how are hats done",))


def test_a_part_that_names_its_entry_is_no_follow_up_though_it_points_back() -> None:
    """ "Are there rods he could have": "he" points back, and rods are asked about."""
    text = "what is scar tissue and are there rods he could have"
    alone = matched("are there rods he could have", ("metal", 0.6))
    whole = matched(text, ("scar", 0.5))
    assert ids(decided(text, whole, SCAR, alone, follow_up=lambda *_: ("cost", 0.9))) == ["scar", "metal"]
    text = "what is scar tissue and are there some he could have"
    alone = matched("are there some he could have", ("metal", 0.6))
    whole = matched(text, ("scar", 0.5))
    assert ids(decided(text, whole, SCAR, alone, follow_up=lambda *_: ("cost", 0.9))) == ["scar", "cost"]


def test_a_word_that_speaks_for_many_entries_names_none() -> None:
    """ "What can go wrong with it": what is asked about the operation is surer than what "wrong" reminds of."""
    text = "what is scar tissue and what can go wrong with it"
    wrong = matched("what can go wrong with it", ("metal", 0.7))
    found = decided(text, matched(text, ("scar", 0.5)), SCAR, wrong, follow_up=lambda *_: ("common", 0.98))
    assert ids(found) == ["scar", "common"]


def test_a_part_that_asks_for_a_judgement_is_handed_over() -> None:
    """ "... and should I just stop": no entry is near, and the clinic can tell; but an "or" goes on with it."""
    text = "what is scar tissue and should i just stop going"
    stop = matched("should i just stop going", ("metal", 0.1))
    found = decided(text, matched(text, ("scar", 0.7)), SCAR, stop)
    assert (ids(found), found.uncovered) == (["scar", "personal-advice"], ())
    text = "should i just stop going or is it better to go on"
    found = decided(
        text, stop, matched(text, ("common", 0.8)), matched("is it better to go on", ("metal", 0.5))
    )
    assert "personal-advice" not in ids(found)[:1]


def test_of_three_questions_the_ones_outside_are_named() -> None:
    text = "what is scar tissue, do you sell hats, and who plays tonight"
    found = decided(text, matched(text, ("scar", 0.1)), SCAR)
    assert (ids(found), found.uncovered) == (["scar"], ("do you sell hats", "who plays tonight"))


def test_a_part_may_ask_about_one_word_where_that_names_its_entry() -> None:
    """ "And are rods ok": one shared word is enough for a part of a message where it is the entry's own."""
    text = "what is scar tissue and are rods ok"
    rods = matched("are rods ok", ("metal", 0.5))
    assert ids(decided(text, matched(text, ("scar", 0.5)), SCAR, rods)) == ["scar", "metal"]


def test_words_that_say_nothing_are_not_called_uncovered() -> None:
    """ "And what about that?" has no content that could be missing."""
    text = "what is scar tissue? and what about that"
    empty = matched("what about that", ("metal", 0.05))
    found = decided(text, matched(text, ("scar", 0.8)), SCAR, empty)
    assert (ids(found), found.uncovered) == (["scar"], ())


def test_a_first_part_without_a_subject_is_the_general_question() -> None:
    """ "Is it common and can the metal come out": the first asks what people often ask; else its words decide."""
    text = "is it common and can the metal come out"
    unclear = matched("is it common", ("scar", 0.3))
    found = decided(
        text,
        matched(text, ("metal", 0.5)),
        unclear,
        METAL,
        follow_up=lambda topic, _: None if topic else ("common", 0.9),
    )
    assert ids(found) == ["common", "metal"]
    found = decided(text, matched(text, ("metal", 0.5)), unclear, METAL, follow_up=lambda *_: None)
    assert ids(found) == ["metal"]


def test_a_statement_leads_to_the_question_after_it() -> None:
    """ "They want to freeze a nerve, how does that work": alone the question would say nothing."""
    text = "they want to freeze a nerve, how does that work, and can the metal come out"
    alone = matched("how does that work", ("common", 0.3))
    led = matched("they want to freeze a nerve how does that work", ("scar", 0.9))
    found = decided(text, matched(text, ("scar", 0.7)), alone, led, METAL)
    assert found.entries == (("scar", 0.9), ("metal", 0.8))
    clear = matched("how does that work", ("common", 0.95))
    found = decided(text, matched(text, ("scar", 0.7)), clear, led, METAL)
    assert ids(found) == ["common", "metal"], "a clear question stands, whatever was said before it"
