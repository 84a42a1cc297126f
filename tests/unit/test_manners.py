"""Complaints, names, good wishes and doubts: what belongs to talking rather than to the guide."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.speaking import sentences
from tests.support.talk import said as after
from tests.support.talk import sentence


@pytest.mark.parametrize(
    ("message", "lead"),
    [
        ("my name is Agnes", sentences.WELCOME),
        ("good afternoon, I'm Walter, 81", sentences.WELCOME),
        ("hello, this is Mrs Kowalski", sentences.WELCOME),
        ("I need help for my uncle", sentences.GO_ON),
        ("my grandson showed me this", sentences.GO_ON),
    ],
)
def test_who_says_who_they_are_is_welcome(bot: Chatbot, message: str, lead: str) -> None:
    """No apology for a name or a relative; the next message is a first one."""
    turn = after(bot, message)
    assert (turn.reply.kind, turn.reply.lead, turn.reply.answers) == ("smalltalk", lead, ())
    assert turn.conversation.misses == 0


def test_a_question_about_somebody_is_still_one(bot: Chatbot) -> None:
    """What cannot be answered is said to be so, relative or not."""
    unknown = sentence(bot, sentences.UNKNOWN)
    assert after(bot, "what is my uncle's shoe size").reply.lead == unknown
    assert after(bot, "the blue bananas of my uncle").reply.lead == unknown
    assert after(bot, "hello, I am one of so very many odd blue bananas").reply.lead == unknown


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("Happy New Year!", "greeting"),
        ("thanks, happy holidays", "thanks"),
        ("thank you for listening", "thanks"),
        ("hey again", "greeting"),
        ("are you there", "greeting"),
        ("menu", "what-can-you-do"),
        ("topics", "what-can-you-do"),
        ("help me", "what-can-you-do"),
    ],
)
def test_good_wishes_and_a_menu(bot: Chatbot, message: str, entry: str) -> None:
    """Also in the middle of a talk, where a fragment would lean on the topic."""
    for messages in ((message,), ("what is FBSS", message)):
        assert [answer.entry for answer in after(bot, *messages).reply.answers] == [entry]


@pytest.mark.parametrize(
    ("message", "lead"),
    [("hang on", sentences.PAUSE), ("but I feel great", sentences.WELL), ("I'm done", sentences.NOD)],
)
def test_words_that_ask_nothing(bot: Chatbot, message: str, lead: str) -> None:
    """A fitting word; neither an answer nor, after likeness to something bad, a card."""
    assert after(bot, "what is FBSS", message).reply.lead == sentence(bot, lead)


def test_a_card_is_not_waited_for(bot: Chatbot) -> None:
    """The same words say something else to a card that was just shown."""
    emergency = "I cannot feel it when I wipe and I lost control of my bladder"
    assert after(bot, emergency, "hang on").reply.safety
    assert after(bot, emergency, "let me think").reply.safety
    assert after(bot, "what is FBSS", emergency, "you have no idea").reply.safety
    assert after(bot, emergency, "I am doing good").reply.lead == sentences.AFTER_EMERGENCY["over"]


def test_a_guess_only_where_it_is_near(bot: Chatbot) -> None:
    """Else an apology, and the request to say it in other words."""
    sorry = "I am sorry. Then I do not think I have it."
    assert after(bot, "how common is this", "that is no answer").reply.lead.startswith(sorry)
    near = after(bot, "do the shots help", "that's not an answer")
    assert near.reply.lead == sentences.NEXT_BEST
    assert bot.ask("not that either", near.conversation).reply.lead.startswith(sorry)


def test_a_question_that_was_passed_over_is_answered(bot: Chatbot) -> None:
    """With what it names."""
    reply = after(bot, "what is scar tissue", "you didn't answer my question about nerve damage").reply
    assert reply.answers and reply.answers[0].entry != "scar-tissue"


@pytest.mark.parametrize(
    "message",
    ["where do you get that from", "are you sure about 10 percent", "that's not true, my surgeon told me 5"],
)
def test_a_doubt_hears_where_the_answer_is_from(bot: Chatbot, message: str) -> None:
    """And that the doctor knows the case."""
    lead = after(bot, "how common is this", message).reply.lead
    assert lead.startswith("It is from the clinic's guide") and "your doctor knows best" in lead


def test_a_number_is_not_guessed(bot: Chatbot) -> None:
    """Who insists hears that; where nothing was answered there is nothing to insist on."""
    assert after(bot, "What is the success rate?", "give me a number").reply.lead == sentences.NO_FIGURE
    assert after(bot, "give me a number").reply.lead != sentences.NO_FIGURE


def test_no_thanks_closes(bot: Chatbot) -> None:
    """It takes back no reading."""
    assert after(bot, "What is revision surgery?", "how long?", "no thanks").reply.lead == sentences.DROPPED


def test_what_only_sounds_like_a_farewell(bot: Chatbot) -> None:
    """A question for the surgeon, and somebody who is down; a farewell is one still."""
    assert after(bot, "so am I done then").reply.kind == "handoff"
    assert after(bot, "am I ready?").reply.kind == "handoff"
    for talk in (("what is FBSS", "I'm so down I can't enjoy anything"), ("I am tired, that is all",)):
        assert after(bot, *talk).reply.lead.startswith(sentences.TONES["low"])
    for farewell in ("bye, I am not in pain", "that is all for today"):
        assert [answer.entry for answer in after(bot, farewell).reply.answers] == ["goodbye"]


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("you never answer", "I am sorry that I missed what you asked."),
        ("this is no help", "I am sorry that I was no help."),
    ],
)
def test_anger_is_met_kindly(bot: Chatbot, message: str, words: str) -> None:
    """With a way to a person."""
    lead = after(bot, "what is FBSS", message).reply.lead
    assert lead.startswith(words) and "ask the front desk" in lead


@pytest.mark.parametrize(
    "message", ["sorry for shouting", "I'm sorry I was so rude to you", "apologies for being grumpy earlier"]
)
def test_who_apologises_hears_that_there_is_no_need(bot: Chatbot, message: str) -> None:
    assert after(bot, "what is FBSS", message).reply.lead == sentences.REMARKS["sorry"]


@pytest.mark.parametrize(
    "message", ["I'm just so tired of hurting", "ok thanks. sorry for shouting, I'm tired of the pain"]
)
def test_who_is_tired_of_the_pain_is_comforted(bot: Chatbot, message: str) -> None:
    lead = after(bot, "what is FBSS", message).reply.lead
    assert sentence(bot, sentences.COMFORTS["low"]) in lead


@pytest.mark.parametrize("message", ["whatever. is there anyone human there", "is there a real person"])
def test_who_asks_for_somebody_human_hears_where(bot: Chatbot, message: str) -> None:
    assert after(bot, "what is FBSS", message).reply.lead == sentence(bot, sentences.PERSON)


def test_praise_that_compares_is_praise(bot: Chatbot) -> None:
    assert after(bot, "you are nicer than my last surgeon").reply.lead == sentences.REMARKS["kind"]


@pytest.mark.parametrize(
    "message",
    ["can I trust you", "is this information independent", "so is this only advertising for the surgery?"],
)
def test_who_doubts_the_program_hears_what_it_is(bot: Chatbot, message: str) -> None:
    answers = after(bot, "what is FBSS", message).reply.answers
    assert [answer.entry for answer in answers] == ["who-are-you"]
    assert "no outside review" in answers[0].text


@pytest.mark.parametrize(
    "message",
    [
        "I'm really scared I'll have to have another operation.",
        "I can't sleep because of all this, I lie awake worrying",
        "ok I'm kinda freaking out about it all",
    ],
)
def test_who_only_tells_of_fear_is_not_told_of_risks(bot: Chatbot, message: str) -> None:
    reply = after(bot, message).reply
    assert (reply.kind, reply.answers) == ("unknown", ())
    assert sentence(bot, sentences.COMFORTS["fear"]) in reply.lead
    asked = after(bot, "I'm scared of another operation. what can go wrong?").reply
    assert [answer.entry for answer in asked.answers] == ["revision-risks"]


def test_who_tells_what_they_fear_is_offered_what_it_is(bot: Chatbot) -> None:
    """Fear of a test or a treatment is comforted, and what is explained of it stands first below."""
    reply = after(bot, "scared of physical therapy").reply
    assert (reply.kind, reply.suggestions[0].entry) == ("unknown", "physical-therapy")
    assert "imaging" in [one.entry for one in after(bot, "i am nervous about an MRI").reply.suggestions]


def test_scared_is_no_scar(bot: Chatbot) -> None:
    """The two words have one stem; what is feared counts."""
    reply = after(bot, "is it normal to be scared of an epidural").reply
    assert [answer.entry for answer in reply.answers] == ["injection-therapy"]


def test_a_waste_of_time_may_be_asked_about(bot: Chatbot) -> None:
    """Only where nothing else is named is it said of this program."""
    assert after(bot, "is an MRI a waste of time").reply.answers[0].entry == "imaging"
    assert not after(bot, "what a waste of time").reply.answers


def test_what_did_not_calm_is_met_kindly(bot: Chatbot) -> None:
    reply = after(bot, "what are the risks of another surgery", "that didn't exactly calm me down").reply
    assert reply.lead == sentence(bot, sentences.REMARKS["worse"])


def test_the_last_thing_announces_a_question(bot: Chatbot) -> None:
    turn = after(bot, "why do I still hurt", "ok last thing whats fbss")
    assert [answer.entry for answer in turn.reply.answers] == ["what-is-fbss"]


def test_a_cause_is_chosen_by_its_place_among_all(bot: Chatbot) -> None:
    turn = after(bot, "why do I still hurt", "third of the six causes please")
    assert [answer.entry for answer in turn.reply.answers] == ["hardware-problems"]


def test_where_were_we_repeats_the_last_answer(bot: Chatbot) -> None:
    turn = after(bot, "what is FBSS", "where were we?")
    assert [answer.entry for answer in turn.reply.answers] == ["what-is-fbss"]
