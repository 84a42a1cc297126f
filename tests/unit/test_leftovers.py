"""What a list has beside what the patient rules out: "something without pills", "not the shots either"."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.dialogue.excluding import RuledOut, ruled_out
from chatbot.normalise import normalise
from chatbot.reply import Reply
from chatbot.speaking import sentences
from tests.support.talk import said

TREATMENTS = "how do you treat lasting pain"


def left(reply: Reply) -> list[str]:
    return [one.entry for one in reply.suggestions]


@pytest.mark.parametrize(
    ("text", "ruled"),
    [
        ("something without pills", RuledOut((("pills",),), asks_for_rest=True, is_wish=False)),
        (
            "anything other than surgery and shots",
            RuledOut((("surgery",), ("shots",)), asks_for_rest=True, is_wish=False),
        ),
        (
            "no pills, no shots, no operation. what's left",
            RuledOut((("pills",), ("shots",), ("operation",)), asks_for_rest=True, is_wish=False),
        ),
        (
            "i don't want another operation at all",
            RuledOut((("operation",),), asks_for_rest=True, is_wish=True),
        ),
        (
            "what is on that list besides therapy",
            RuledOut((("therapy",),), asks_for_rest=True, is_wish=False),
        ),
        (
            "had the pills. i did the shots too, what is left",
            RuledOut((("pills",), ("shots",)), asks_for_rest=True, is_wish=False),
        ),
        (
            "had the shots. and the pills. what is left",
            RuledOut((("shots",), ("pills",)), asks_for_rest=True, is_wish=False),
        ),
        ("besides pills", RuledOut((("pills",),), asks_for_rest=True, is_wish=False)),
        ("and besides pills?", RuledOut((("pills",),), asks_for_rest=True, is_wish=False)),
        ("besides, i really hate pills", RuledOut((("pills",),), asks_for_rest=False, is_wish=True)),
        ("not the shots either", RuledOut((("shots",),), asks_for_rest=False, is_wish=True)),
        ("no surgery though", RuledOut((("surgery",),), asks_for_rest=False, is_wish=True)),
        ("no surgery yet", RuledOut((("surgery",),), asks_for_rest=False, is_wish=False)),
        ("I had shots. did something go wrong", RuledOut((("shots",),), asks_for_rest=False, is_wish=False)),
        (
            "I had shots. is there something for it",
            RuledOut((("shots",),), asks_for_rest=True, is_wish=False),
        ),
        ("I had shots, it feels different", RuledOut((("shots",),), asks_for_rest=False, is_wish=False)),
        ("I had shots, they left a mark", RuledOut((("shots",),), asks_for_rest=False, is_wish=False)),
    ],
)
def test_what_is_ruled_out_is_read(text: str, ruled: RuledOut) -> None:
    """Each thing by its words; and whether the rest is asked for, or a wish is told."""
    assert ruled_out(normalise(text)) == ruled


@pytest.mark.parametrize(
    "text",
    [
        "what are the risks",
        "is there anything to do so it does not come back",
        "no",
        "I was told by three doctors and my own brother that I should have no surgery at all but something else "
        "because of my heart and my age",
    ],
)
def test_what_rules_nothing_out_is_left_alone(text: str) -> None:
    """Also a "not" inside a sentence, and a story."""
    assert ruled_out(normalise(text)) is None


def test_only_what_is_left_is_told_and_offered(bot: Chatbot) -> None:
    """Whether the list was told before or not; the sentence about what was ruled out is left out."""
    for talk in ([TREATMENTS, "I don't want pills, what else is there"], ["something without pills"]):
        reply = said(bot, *talk).reply
        assert reply.lead == sentences.THE_REST
        assert reply.answers[0].entry == "treatment-options"
        assert "medicine" not in reply.answers[0].text
        assert "Physical therapy" in reply.answers[0].text
        assert "pain-medication" not in left(reply)
        assert {"physical-therapy", "injection-therapy"} <= set(left(reply))


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("what happens to the disc beside the fusion", "adjacent-segment-disease"),
        ("I've had every picture taken except a bone scan. When's that used?", "imaging"),
    ],
)
def test_what_only_stands_beside_a_thing_rules_nothing_out(bot: Chatbot, text: str, entry: str) -> None:
    """Nor is the rest of a list told to a question that is a wording of the knowledge base."""
    reply = bot.ask(text).reply
    assert (reply.answers[0].entry, reply.lead) == (entry, "")


def test_a_mere_wish_is_one_of_what_is_talked_about(bot: Chatbot) -> None:
    """First of all, "no surgery" is no answer to anything."""
    assert "what-is-revision-surgery" not in left(said(bot, TREATMENTS, "no surgery though").reply)
    assert said(bot, "no surgery though").reply.lead != sentences.THE_REST


def test_who_had_an_operation_and_fears_that_something_went_wrong_hears_no_other_operations(
    bot: Chatbot,
) -> None:
    """ "Something", "other" and "left" ask for something else only by what stands around them."""
    for text in (
        "I had my fusion two weeks ago and my leg burns so much. Did something go wrong?",
        "I had the operation and my other side hurts",
        "I had shots and the pain left and came back, why?",
    ):
        assert bot.ask(text).reply.lead != sentences.THE_REST


def test_what_was_ruled_out_stays_so(bot: Chatbot) -> None:
    """ "Not that either" leaves less each time; and places count in what is left."""
    talk = [TREATMENTS, "something without pills please", "not the shots either", "no surgery either"]
    assert left(said(bot, *talk).reply) == ["physical-therapy", "psychological-therapy"]
    assert said(bot, *talk, "number 2").reply.answers[0].entry == "psychological-therapy"


def test_of_several_lists_the_one_that_is_talked_about_is_meant(bot: Chatbot) -> None:
    """Weight is of what one can change oneself."""
    reply = said(bot, "what can I change in daily life", "not weight either, I'm thin").reply
    assert (reply.answers[0].entry, left(reply)) == ("lifestyle-changes", ["exercise", "posture"])


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("can I have pain medicine other than opioids", "pain-medication"),
        ("not therapy either. tell me about the shots", "injection-therapy"),
        ("no sugar, anything else", ""),
        ("no pills, what else does an MRI show", "imaging"),
        ("I don't want pills, tell me something on posture instead", "posture"),
        ("no surgery since 2020, what else could it be", "why-pain-persists"),
    ],
)
def test_something_else_is_told_where_that_is_asked(bot: Chatbot, text: str, entry: str) -> None:
    """A kind of a thing is not the thing, what is asked after a "no" counts, and sugar is in no list."""
    reply = said(bot, TREATMENTS, text).reply
    assert reply.lead != sentences.THE_REST
    assert not entry or reply.answers[0].entry == entry


def test_two_questions_are_answered_though_something_is_ruled_out(bot: Chatbot) -> None:
    text = "I do not want another operation. What else is there? Can exercises alone do it?"
    answers = bot.ask(text).reply.answers
    assert [answer.entry for answer in answers] == ["treatment-options", "physical-therapy-enough"]


def test_who_rules_everything_out_is_told_no_empty_list(bot: Chatbot) -> None:
    """What comes last is told then, for there is nothing else."""
    talk = ["what can I change in daily life", "no exercise either", "not weight either"]
    assert said(bot, *talk).reply.lead == sentences.THE_REST
    last = said(bot, *talk, "not posture either").reply
    assert (last.lead, last.answers[0].entry) == ("", "posture")


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("why does it hurt above my fusion", "what else besides that wear"),
        ("why does it hurt next to my fusion", "and besides wear?"),
        ("can screws hurt", "what else apart from screws"),
    ],
)
def test_beside_a_cause_the_other_causes_are_told(bot: Chatbot, first: str, then: str) -> None:
    """The longest list of what it stands in, also where it is called by a word of how it was told."""
    reply = said(bot, first, then).reply
    assert [answer.entry for answer in reply.answers] == ["why-pain-persists"]
    assert reply.lead == sentences.THE_REST


@pytest.mark.parametrize(
    ("then", "entry"),
    [
        ("I do not want therapy, tell me about posture", "posture"),
        ("what else besides therapy", "treatment-options"),
    ],
)
def test_beside_a_treatment_what_is_asked_is_told(bot: Chatbot, then: str, entry: str) -> None:
    assert said(bot, "does therapy help my back", then).reply.answers[0].entry == entry
