"""A question is heard beside what else its message says: what is told, greetings, a second question."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from tests.support.talk import entries_of, said


def test_both_of_two_questions_are_answered(bot: Chatbot) -> None:
    """The second may lean on the first."""
    assert entries_of(said(bot, "is it common and do I need surgery?").reply) == [
        "how-common",
        "signs-revision-needed",
    ]


@pytest.mark.parametrize(
    ("before", "message", "entry"),
    [
        ("what can an MRI show", "they said it was all fine. and now?", "tests-before-revision"),
        ("what good can revision surgery do", "Fine. And what can go wrong.", "revision-risks"),
        (
            "when can I drive again",
            "that is a lot of long words. is it the screws do you think?",
            "hardware-problems",
        ),
        ("what are EMG tests", "ok lets talk about the scar tissue. what is it", "scar-tissue"),
        (
            "how long should I wait",
            "Well, I thank you kindly. And what would you do in my place?",
            "personal-advice",
        ),
    ],
)
def test_the_question_in_a_message_is_heard_beside_what_is_told(
    bot: Chatbot, before: str, message: str, entry: str
) -> None:
    """What is told first has words of other entries; what it names is what the question points back to."""
    assert entry in entries_of(said(bot, before, message).reply)


def test_which_of_two_is_better_gets_both(bot: Chatbot) -> None:
    asked = "so which is better, the injections or another operation?"
    assert entries_of(bot.ask(asked).reply) == ["injection-therapy", "what-is-revision-surgery"]


def test_a_part_that_asks_nothing_is_not_said_to_be_uncovered(bot: Chatbot) -> None:
    """Names and asides of a story are no questions of it."""
    reply = said(
        bot, "does it get worse above a fusion", "Thank you dear, I'll tell Harold. Oh, can it be treated?"
    ).reply
    assert reply.notes == ()


@pytest.mark.parametrize(
    "message",
    [
        "I have asthma and a bad hip. What is scar tissue?",
        "What is scar tissue? I have asthma.",
        "I'm allergic to nuts, what is scar tissue",
    ],
)
def test_an_aside_does_not_drown_a_plain_question(bot: Chatbot, message: str) -> None:
    assert entries_of(bot.ask(message).reply) == ["scar-tissue"]


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("My therapist says I am doing great with the band. What can a bone scan show?", "imaging"),
        ("My back still hurts every day. Which operations are there to repair a bad fusion?", "revision-procedures"),
        ("The nurse who gave me my pain pills retired in May. How do I book a visit with the surgeon?",
         "schedule-consultation"),
    ],
)  # fmt: skip
def test_a_plain_question_is_heard_beside_what_belongs_to_another_answer(
    bot: Chatbot, message: str, entry: str
) -> None:
    assert entries_of(bot.ask(message).reply) == [entry]


def test_a_question_that_is_handed_over_alike_is_heard_beside_any_story(bot: Chatbot) -> None:
    """Whatever the worry is about, a person is asked."""
    reply = bot.ask("My late husband had a stroke in 1995. Should I worry about my own?").reply
    assert entries_of(reply) == ["personal-advice"]


@pytest.mark.parametrize("message", ["what are the risks of prednisone", "how common is sarcoidosis"])
def test_what_is_asked_of_a_stranger_is_not_told_of_an_operation(bot: Chatbot, message: str) -> None:
    assert not entries_of(bot.ask(message).reply)


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("My daughter is typing this for me. How do I get seen by the doctor?", "schedule-consultation"),
        ("I take blood pressure pills. Is the pool good for my back?", "exercise"),
        ("What if they fused my spine crooked? I have three kids.", "alignment-correction"),
        ("What do they mean by a revision? I have an appointment on Tuesday.", "what-is-revision-surgery"),
    ],
)
def test_a_question_has_its_own_answer_beside_a_few_words_that_add_nothing(
    bot: Chatbot, message: str, entry: str
) -> None:
    """They are handed over, mean nothing to the clinic, or come behind it."""
    assert entries_of(bot.ask(message).reply) == [entry]


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("How common is it? My bones did not fuse.", "pseudarthrosis"),
        ("I take blood thinners. Should I stop them?", "medication-instructions"),
    ],
)
def test_a_few_words_that_the_question_is_about_are_heard_with_it(
    bot: Chatbot, message: str, entry: str
) -> None:
    assert entries_of(bot.ask(message).reply)[0] == entry


@pytest.mark.parametrize(
    "message",
    [
        "My knee was replaced. What are the risks?",
        "I have asthma. Can it be cured?",
        "I like blue bananas. They are good.",
        "my tooth hurts. what can I take for pain",
    ],
)
def test_a_question_that_leans_on_something_else_is_not_heard_by_itself(bot: Chatbot, message: str) -> None:
    assert not entries_of(bot.ask(message).reply)


def test_questions_counted_off_aloud_are_each_answered(bot: Chatbot) -> None:
    asked = (
        "ok question one how long do I wait before another surgery question two what are the risks "
        "and question three does insurance cover it"
    )
    assert entries_of(bot.ask(asked).reply) == [
        "when-to-consider-revision",
        "revision-risks",
        "cost-and-insurance",
    ]


def test_a_heading_names_what_is_asked_about(bot: Chatbot) -> None:
    turn = said(bot, "is physical therapy enough", "shots: how many can I have?")
    assert entries_of(turn.reply) == ["injection-therapy"]
    assert "how many times" in turn.reply.lead
    assert entries_of(said(bot, "what can an MRI show", "scar tissue: is it common").reply) == ["scar-tissue"]


@pytest.mark.parametrize(
    ("plain", "dressed"),
    [
        (
            "ought I to walk more or less with this back",
            "Quick question: ought I to walk more or less with this back",
        ),
        (
            "explain a fused back like I am ten",
            "explain a fused back like I am ten, thank you so much in advance!",
        ),
        ("what is a nonunion", "hi, what is a nonunion"),
    ],
)
def test_courtesy_around_a_question_changes_no_answer(bot: Chatbot, plain: str, dressed: str) -> None:
    """It is no second thing that is asked about, and hides no word of the word list."""
    assert entries_of(bot.ask(dressed).reply) == entries_of(bot.ask(plain).reply) != []


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("I feel like nobody listens to me. What scans do they do?", "imaging"),
        (
            "i get a sore spot right over the plates like something is rubbing, can implants do that",
            "hardware-problems",
        ),
    ],
)
def test_what_something_is_like_wants_nothing(bot: Chatbot, message: str, entry: str) -> None:
    assert entries_of(bot.ask(message).reply) == [entry]
