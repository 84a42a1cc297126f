"""What is said about the asking, or of who asks, stands beside a question and changes no answer."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.decision import without_frame
from chatbot.decision.said_beside import about_the_asking, about_the_person
from chatbot.normalise import normalise
from tests.support.talk import entries_of, said

_ASKED = {
    "broken rod": "hardware-problems",
    "whats a nonunion": "pseudarthrosis",
    "can they put in new bone and try again?": "repeat-or-extended-fusion",
    "when can I drive?": "return-to-activities",
}
_BESIDE = (
    "First time posting, {}",
    "New here. {}",
    "long story short, {}",
    "this may be a dumb question but {}",
    "not sure this is the right place but {}",
    "My daughter told me to ask: {}",
    "my name is Carol. {}",
    "forgot my glasses so sorry for typos. {}",
    "I googled it but I am more confused than ever. {}",
    "{} i googled it but i am more confused than ever",
    "The nurse couldn't tell me. {}",
    "I'm scared. {}",
    "my husband thinks i am overreacting. {}",
    "I'm 71 and live alone. {}",
    "my appointment is on Tuesday. {}",
    "I'm seeing the consultant next Tuesday. {}",
    "doctor say me ask here. {}",
    "quick q {}",
    "serious question: {}",
    "be honest with me, {}",
    "idk if u can help but {}",
    "could you kindly tell me: {}",
    "please can somebody tell me {}",
    "i tried google and i still dont know {}",
    "{} xx",
    "{}, is that true",
    "{} or what",
    "{}, you know what I mean?",
    "{}?? anyone",
)


@pytest.mark.parametrize("beside", _BESIDE)
@pytest.mark.parametrize(("asked", "entry"), _ASKED.items())
def test_what_is_said_beside_a_question_changes_no_answer(
    bot: Chatbot, beside: str, asked: str, entry: str
) -> None:
    """Nobody has to ask without a word about themselves."""
    assert entry in entries_of(bot.ask(beside.format(asked)).reply)


@pytest.mark.parametrize(
    "message",
    [
        "i am scared of the operation",  # says of what
        "is it the right place?",
        "thank you, my daughter told me",  # courtesy is all that would be left
        "can you explain what the nurse told me",
        "i would like an appointment next week",
        "what if it is not straight",
        "nobody can tell me why it hurts",  # asks how the cause is found
        "my question is about screws",
        "can shots help. I also want to know who the surgeon is",
        "bone scan. One other question, who is the surgeon",
        "i am not asking what you should do with the screws",
        "i was told everything is fused solid",
        "the doctor told me can not be fused",
        "i read about the one where they glue the bones",
    ],
)
def test_what_says_more_or_asks_is_nothing_beside_a_question(message: str) -> None:
    question = normalise(message)
    assert about_the_asking(question) | about_the_person(question) == set()


def test_what_is_told_at_length_has_to_do_with_the_question() -> None:
    """A stretch of more than 14 words is left where it is."""
    long = (
        "i read and read and read and asked and asked and asked and nobody explained it to me. what is fusion"
    )
    assert about_the_asking(normalise(long)) == set()


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("i googled it what is fusion", "what is fusion"),
        ("my wife wants to know is it the screws", "is it the screws"),
        ("be honest with me do shots help", "do shots help"),
        ("nobody will tell me how common pain is", "how common pain is"),
        ("can anybody explain to me the risks of a redo", "the risks of a redo"),
        ("one silly question broken rod", "broken rod"),
    ],
)
def test_a_question_may_begin_with_no_mark_before_it(message: str, asked: str) -> None:
    """Where all words before it are said about the asking."""
    assert without_frame(normalise(message)).text == asked


def test_a_wording_of_the_knowledge_base_is_read_as_it_stands(bot: Chatbot) -> None:
    assert entries_of(
        bot.ask("I was never told how this fusion works. Could you kindly describe it?").reply
    ) == ["what-is-spinal-fusion"]


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("My insurance is Aetna. What scans do they do for this?", "imaging"),
        ("I live three hours away. fbss", "what-is-fbss"),
        ("I am a retired bus driver from Queens. Is the pool any good for this?", "exercise"),
        ("Hello, Maria here. rods out", "hardware-removal-help"),
        ("rods out. My sister drove me here today.", "hardware-removal-help"),
    ],
)
def test_a_sentence_that_tells_nothing_is_set_aside(bot: Chatbot, message: str, entry: str) -> None:
    assert entries_of(bot.ask(message).reply) == [entry]


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("The duloxetine gives my husband a dry mouth. Is that usual?", "medication-instructions"),
        ("Cancel my visit tomorrow. My daughter has the car.", "change-appointment"),
        ("I had a fusion two years ago. Why does it hurt?", "why-pain-persists"),
    ],
)
def test_a_sentence_that_the_question_is_about_is_kept(bot: Chatbot, message: str, entry: str) -> None:
    """It is pointed back to, wants something, or speaks of the back."""
    assert entry in entries_of(bot.ask(message).reply)


def test_a_kind_word_is_not_lost_with_what_is_set_aside(bot: Chatbot) -> None:
    reply = said(bot, "I'm scared. What are the risks of another surgery?").reply
    assert entries_of(reply) == ["revision-risks"]
    assert reply.lead


@pytest.mark.parametrize(
    "message",
    [
        "I have gout. Does physical therapy help?",
        "I have gallstones. Should I have the operation?",
        "I have shingles. What pills help?",
        "I have a hernia and it hurts. What can be done?",
        "I have varicose veins. What are my options?",
        "What tests are done before surgery? I have a bunion.",
        "I have gout. Can I have an MRI?",
        "My left shoulder's stiff as a board, would physio help?",
        "his elbow is killing him, do shots help?",
    ],
)
def test_what_another_illness_has_too_is_not_told_of_the_back(bot: Chatbot, message: str) -> None:
    """At most it is offered: nobody can tell whether the back is meant."""
    assert not entries_of(bot.ask(message).reply)


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("I have gout. Does physical therapy help my back?", "physical-therapy"),
        ("I have asthma. What is revision surgery?", "what-is-revision-surgery"),
        ("I have gout. Where are you located?", "contact-and-hours"),
        ("My dog is old. Do injections help?", "injection-therapy"),
    ],
)
def test_what_names_the_back_or_the_clinic_is_told_beside_any_illness(
    bot: Chatbot, message: str, entry: str
) -> None:
    assert entries_of(bot.ask(message).reply) == [entry]


def test_what_may_be_meant_of_the_back_is_offered(bot: Chatbot) -> None:
    reply = bot.ask("I have asthma. Can shots help?").reply
    assert [one.entry for one in reply.suggestions] == ["injection-therapy", "diagnostic-injections"]
    assert reply.kind == "clarify"
