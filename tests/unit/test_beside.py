"""A remark with something beside it: what is asked is answered, and what is only said is heard."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.normalise import normalise
from chatbot.remarks import read_remark
from chatbot.speaking import sentences
from tests.support.talk import said, sentence

SCAR = "what is scar tissue"


@pytest.mark.parametrize(
    "message",
    [
        "You just repeated yourself. I wanted something else.",
        "Are you listening to me? You keep saying you're welcome.",
        "You're not much help today. The other day you were better.",
        "Not very helpful. I'll ask at the desk.",
        "That did not help. I will ask the nurse.",
        "I did a year of PT. No good. Answer my question.",
        "I never asked about pills, that was my neighbor",
    ],
)
def test_a_complaint_with_a_sentence_beside_it_is_one(bot: Chatbot, message: str) -> None:
    """Never thanked for, and never answered with an entry that shares its words."""
    reply = said(bot, SCAR, message).reply
    assert (reply.kind, reply.answers) == ("smalltalk", ())
    assert reply.lead in (
        sentence(bot, sentences.REMARKS["unheard"]),
        sentence(bot, sentences.REMARKS["repeats"]),
    )


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("You already said that. Can the scar be cut away?", "decompression"),
        ("Are you listening? I asked what the risks are.", "revision-risks"),
        ("You said that before. What does it cost?", "cost-and-insurance"),
    ],
)
def test_what_is_asked_beside_a_complaint_is_answered(bot: Chatbot, message: str, entry: str) -> None:
    """With a word of regret before it."""
    reply = said(bot, SCAR, message).reply
    assert reply.answers[0].entry == entry
    assert reply.lead.startswith("I am sorry that I ")


def test_who_asked_for_the_source_gets_it(bot: Chatbot) -> None:
    """Also behind a complaint; nothing is said of a source where none of a number was asked for."""
    talk = ("how common is this", "You repeat yourself. I asked for the source of that number.")
    assert "names no study" in said(bot, *talk).reply.lead
    assert "names no study" not in said(bot, "how common is this", "I asked for the risks").reply.lead
    assert "names no study" not in said(bot, SCAR, "the source of my pain").reply.lead


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("you still have not told me", "unheard"),
        ("you never answered", "unheard"),
        ("I wasn't thanking you", "unheard"),
        ("why do you keep thanking me", "unheard"),
        ("no thanks to you", ""),
        ("I can't thank you enough", ""),
        ("your answers are all the same", "repeats"),
        ("are the tests all the same", ""),
        ("you make no sense", "simpler"),
        ("that makes sense", "nod"),
        ("it makes no sense to operate again", ""),
        ("I'm not crazy", "hurt"),
        ("they say I am making it up", "hurt"),
        ("it is not in my head", "hurt"),
        ("that's insulting", "hurt"),
        ("how dare you", "hurt"),
        ("the pain drives me crazy", ""),
        ("I am lying on my back", ""),
        ("no pain in my head", ""),
        ("is it all in my head", ""),
        ("you told me yesterday that I can swim", "recalled"),
        ("last week you said yes", "recalled"),
        ("my doctor told me yesterday", ""),
        ("you told me that it can break", ""),
        ("yesterday you told me of a scan. What does it show?", ""),
    ],
)
def test_what_a_remark_is_and_what_is_none(message: str, kind: str) -> None:
    """Near misses ask or tell something of the body."""
    assert read_remark(normalise(message)).kind == kind


def test_who_protests_is_told_that_the_pain_is_real(bot: Chatbot) -> None:
    """At any time of the talk, also with a life beside it; not who asks whether it is in the mind."""
    for messages in (
        ["I am not nuts"],
        ["is it all in my head", "I'm not crazy. I drove a truck for 25 years."],
    ):
        assert "Your pain is real" in said(bot, *messages).reply.lead
    assert "Your pain is real" not in said(bot, "am I losing my mind over this pain").reply.lead
    assert "Your pain is real" not in said(bot, "it is crazy how much it hurts").reply.lead


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("Good. Thank you. How often?", "exercise"),
        ("Great, thanks. How long each time?", "exercise"),
        ("Good. Thank you so much.", "thanks"),
        ("Thank you. You have been more frank than my own lawyer.", "thanks"),
    ],
)
def test_praise_and_thanks_swallow_no_question(bot: Chatbot, message: str, entry: str) -> None:
    """Thanks alone are thanks, and so is what goes on thanking."""
    assert said(bot, "what exercise is good for my back", message).reply.answers[0].entry == entry


@pytest.mark.parametrize(
    ("message", "is_person"),
    [
        ("who at the clinic can I ask about that", True),
        ("So you cannot say. Who can tell me then?", True),
        ("who can tell me what it costs", False),
        ("who knows", False),
    ],
)
def test_who_asks_whom_to_ask_is_sent_to_a_person(bot: Chatbot, message: str, *, is_person: bool) -> None:
    """Where it is about nothing in particular."""
    lead = said(bot, "how common is this", message).reply.lead
    assert (lead == sentence(bot, sentences.PERSON)) is is_person


def test_what_steers_is_done_behind_a_complaint(bot: Chatbot) -> None:
    reply = said(bot, "how common is this", "You just repeated yourself. Simpler please.").reply
    assert [answer.entry for answer in reply.answers] == ["how-common"]
    assert reply.lead.startswith(sentences.SIMPLER)


@pytest.mark.parametrize(
    "message", ["the EMG was normal", "the CT scan came back clear", "my bone scan was fine"]
)
def test_a_test_that_found_nothing_is_told_what_comes_next(bot: Chatbot, message: str) -> None:
    """And not what the test is."""
    assert [answer.entry for answer in bot.ask(message).reply.answers] == ["tests-before-revision"]


def test_only_of_a_test_is_that_told(bot: Chatbot) -> None:
    """And a test that is asked about is told itself."""
    story = bot.ask("show me a patient who was as bad as me and came good").reply
    assert [answer.entry for answer in story.answers] == ["success-stories"]
    assert [answer.entry for answer in bot.ask("what can an EMG show").reply.answers] == ["nerve-tests"]


def test_a_wish_beside_a_remark_is_answered_too(bot: Chatbot) -> None:
    """What a list has beside something is answered by no entry's sureness, and meant all the same."""
    message = "You already said that. I don't want another surgery."
    reply = said(bot, "what treatments help", message).reply
    assert reply.lead == f"{sentences.BESIDE_REMARKS['repeats']} {sentences.THE_REST}"
    assert [answer.entry for answer in reply.answers] == ["treatment-options"]


def test_a_set_phrase_behind_a_complaint_is_done(bot: Chatbot) -> None:
    """Who is told the same twice and says how to go on is not asked what they mean."""
    more = said(bot, SCAR, "tell me more").reply
    assert said(bot, SCAR, "you repeat yourself. tell me more").reply.answers == more.answers
    assert said(bot, SCAR, "I already told you. start over").conversation.topic == ""
