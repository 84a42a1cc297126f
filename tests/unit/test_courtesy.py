"""What is wrapped around a question is found and set aside; what is nothing else is known for what it is."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.english.courtesy import (
    all_courtesy,
    ends_with_goodbye,
    introduction,
    is_only_courtesy,
    no_farewell,
    unwrap,
)
from chatbot.normalise import normalise
from tests.support.talk import entries_of


def inner(text: str) -> str:
    words = text.split()
    start, end = unwrap(words)
    return " ".join(words[start:end])


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("hello could you please tell me what is scar tissue", "what is scar tissue"),
        ("what is scar tissue thank you so much", "what is scar tissue"),
        ("good morning doctor quick question does it hurt thanks in advance", "does it hurt"),
        ("hey there quick one does it hurt", "does it hurt"),
        ("hey siri what is scar tissue", "what is scar tissue"),
        ("i googled it but what is scar tissue", "what is scar tissue"),
        ("i forgot to ask at my visit is it common", "is it common"),
        ("what is scar tissue sent from my iphone", "what is scar tissue"),
        ("what is scar tissue any info appreciated", "what is scar tissue"),
        ("i can not find it", "i can not find it"),
        ("what is scar tissue", "what is scar tissue"),
        ("hello", "hello"),
        ("", ""),
    ],
)
def test_the_question_inside(text: str, core: str) -> None:
    """Greetings before and thanks after it go; a greeting alone stays, for it is answered, too."""
    assert inner(text) == core


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hello there", "greeting"),
        ("good day", "greeting"),
        ("thanks a lot", "thanks"),
        ("ok thank you so much doc", "thanks"),
        ("thanks bye", "goodbye"),
        ("ok", ""),
        ("hello what is scar tissue", ""),
        ("", ""),
    ],
)
def test_nothing_but_courtesy(text: str, kind: str) -> None:
    """Goodbye counts before thanks, thanks before hello; a question among it counts for all."""
    assert all_courtesy(text.split()) == kind


def test_a_question_that_is_announced_is_courtesy() -> None:
    """It holds no question yet."""
    assert is_only_courtesy("hello i have a question".split())
    assert not is_only_courtesy("i have a question about screws".split())


def test_the_doctor_that_is_asked_about_is_nobody_who_is_addressed() -> None:
    """ "Who is the doctor" is whole; "is it common, doctor" speaks to one."""
    assert unwrap(("who", "is", "the", "doctor")) == (0, 4)
    assert unwrap(("is", "it", "common", "doctor")) == (0, 3)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("so am I done then", "asks"),
        ("are we done", "asks"),
        ("and now am I finished", "asks"),
        ("I am so down", "tells"),
        ("I'm tired and off to bed", "tells"),
        ("I am off now", ""),
        ("was nice talking to you", ""),
        ("goodbye, I hurt all over", ""),  # says so
    ],
)
def test_what_shares_its_words_with_a_farewell_asks_or_complains(text: str, why: str) -> None:
    assert no_farewell(normalise(text).tokens) == why


def test_a_goodbye_may_stand_behind_anything(bot: Chatbot) -> None:
    """It is meant where nothing is asked that has an answer."""
    assert ends_with_goodbye(normalise("that was all i needed bye bye").tokens)
    assert not ends_with_goodbye(normalise("bye the way i am sore").tokens)
    assert entries_of(bot.ask("alright, that is all I needed, bye").reply) == ["goodbye"]
    assert entries_of(bot.ask("my screws are loose, bye").reply) == ["hardware-problems"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("good evening, this is Harold", "name"),
        ("my name is Harold Finch Senior", "name"),
        ("you can call me Harold", "name"),
        ("this is Harold", ""),  # no greeting, and nothing that says that a name comes
        ("hello, this is Harold from the second floor", ""),  # too much for a name
        ("I need help for my dad", "somebody"),
        ("it is for my grandson", "somebody"),
        ("I help my dad with his garden", ""),
        ("can I bring my dad", ""),
        ("I need help for my dad, what now", ""),
        ("I need a bit of help for my dear old dad who is here now", ""),  # too long to be only that
        ("the dad of all questions", ""),
    ],
)
def test_who_introduces_somebody_gives_a_name_or_says_for_whom_they_ask(text: str, whom: str) -> None:
    assert introduction(normalise(text).tokens) == whom
