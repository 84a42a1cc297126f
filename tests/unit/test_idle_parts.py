"""Who patients are, where they live, who operated on them, their thanks and names change no answer."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from tests.support.talk import entries_of, said

_ASKED = {
    "flat back": "alignment-correction",
    "do they swap the old screws for stronger ones": "hardware-revision",
    "How does physio help a back that's already been fused?": "physical-therapy",
}
_BEFORE = (
    "Hi there, I am 67 and had my operation at another hospital in 2019. {}",
    "this is Bob from Yonkers, {}",
    "My name is Rosa and I come from Puerto Rico. {}",
    "The surgeon who operated me has since retired. {}",
    "English is not my first language, please excuse me. {}",
    "I am a nurse myself so you can speak plainly. {}",
    "First of all, what a lovely website. {}",
    "I'm originally from Manila, now living in New Jersey. {}",
    "I had two surgeries, one in 2014 and one in 2018, both in Florida. {}",
    "I don't want to take up too much of your time. {}",
    "Hope you are well. {}",
    "Moved here from Ohio last spring. {}",
    "q: {}",
    "1. {}",
)
_BEHIND = (
    "{} - Margaret, Queens",
    "{} Sincerely, Robert M. Kowalski",
    "{} from Jim in Albany",
    "{} xoxo Tina",
    "{} Thank you for your time and your patience with an old lady.",
    "{} My wife is worried about me.",
    "{} I am a veteran, if that matters.",
    "{} Looking forward to hearing from you.",
    "{} Sorry if this has been asked before.",
)


@pytest.mark.parametrize("beside", [*_BEFORE, *_BEHIND])
@pytest.mark.parametrize(("asked", "entry"), _ASKED.items())
def test_who_writes_changes_no_answer(bot: Chatbot, beside: str, asked: str, entry: str) -> None:
    """Nobody types a bare question, and no entry is about the writer."""
    assert entry in entries_of(bot.ask(beside.format(asked)).reply)[:1]


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("My health plan changed last year. flat back", "alignment-correction"),
        ("My appointment is next month. rods out", "hardware-removal-help"),
        ("I drive a taxi in Manhattan. flat back", "alignment-correction"),
        ("hello my name is tyrone and i am 45 years old, why do the screws come loose?", "hardware-problems"),
    ],
)
def test_what_may_matter_is_set_aside_beside_a_clear_question(bot: Chatbot, message: str, entry: str) -> None:
    assert entries_of(bot.ask(message).reply)[:1] == [entry]


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("I had surgery in 2019. Why does it still hurt?", "why-pain-persists"),
        ("I was operated on in 2010. Can it be undone?", "what-is-spinal-fusion"),
        ("im 74, am i too old for a redo", "revision-risks"),
        ("what's the most weight I can pick up the first month after", "return-to-activities"),
        ("does the pain mean the fusion failed? if not where is it coming from", "why-pain-persists"),
        ("I've got failed back syndrome. What is it? What are my choices?", "what-is-fbss"),
        ("I cannot come on the 4th, please change. Also is swimming good?", "change-appointment"),
        ("every bolt I ever did up came undone. that happen in people", "hardware-problems"),
    ],
)
def test_what_the_question_leans_on_is_kept(bot: Chatbot, message: str, entry: str) -> None:
    assert entry in entries_of(bot.ask(message).reply)


def test_behind_a_topic_what_points_back_is_read_with_what_is_told(bot: Chatbot) -> None:
    turn = said(bot, "what can an MRI show", "they said it was all fine. and now?")
    assert entries_of(turn.reply) == ["tests-before-revision"]
