"""The sentences of an answer that speak of what is asked."""

from __future__ import annotations

import pytest

from chatbot import Chatbot
from chatbot.dialogue.passages import Passages, explained, passage
from chatbot.reply import Reply
from tests.support.talk import said

TEXT = (
    "Rest means to lie down. Dr. Ito uses X-rays, and a robot now and then. The plate is metal.\n"
    "A robotic arm holds the plate. It is small."
)


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        (
            "robots",
            "Dr. Ito uses X-rays, and a robot now and then. A robotic arm holds the plate. It is small.",
        ),
        ("xray", "Dr. Ito uses X-rays, and a robot now and then."),
        ("robot arm", "A robotic arm holds the plate. It is small."),
        ("rest", ""),
        ("knee", ""),
        ("", ""),
    ],
)
def test_the_sentences_with_most_of_the_words_are_told(asked: str, part: str) -> None:
    """Two at most, and one that goes on about them; a sentence that only explains a word is none of them."""
    assert passage(asked.split(), TEXT) == part


def test_who_asks_what_a_word_means_is_told_just_that(bot: Chatbot) -> None:
    """The sentences that explain words are for nobody else."""
    assert passage(["rest"], TEXT, explains=True) == "Rest means to lie down."
    assert passage(["robot"], TEXT, explains=True) == ""
    reply = said(bot, "what kind of exercise is good", "you said low impact, what does that mean").reply
    assert "gentle on the body" in reply.answers[0].text


def test_what_most_sentences_say_tells_none_of_them() -> None:
    assert passage(["metal"], "The metal is hard. The metal is old. It is grey.") == ""
    assert passage(["metal"], "The metal is hard. Rest helps.") == "The metal is hard."


def test_only_what_is_on_the_screen_is_told_in_part(bot: Chatbot) -> None:
    entries = {entry.id: entry for entry in bot.knowledge.entries}
    passages = Passages(entries, bot._matcher)
    shown = bot.ask("minimally invasive surgery").reply
    part = passages.asked_for("minimally-invasive", ["robot"], shown)
    assert "robot" in part
    answers = (shown.answers[0]._replace(text=part),)
    for others in (None, Reply("answer"), shown._replace(answers=answers)):
        assert passages.asked_for("minimally-invasive", ["robot"], others) == ""
    assert passages.asked_for("imaging", ["robot"], shown) == ""


@pytest.mark.parametrize("word", ["shots", "what", "really"])
def test_what_all_of_an_answer_is_about_is_no_part_of_it(bot: Chatbot, word: str) -> None:
    entries = {entry.id: entry for entry in bot.knowledge.entries}
    shown = bot.ask("can injections help").reply
    assert Passages(entries, bot._matcher).asked_for("injection-therapy", [word], shown) == ""


@pytest.mark.parametrize(
    ("question", "more", "words"),
    [
        ("can shots help my pain", "what kinds are there", "nerve blocks"),
        ("are there minimally invasive ways", "what types are there", "One kind is endoscopic decompression"),
        ("what are the revision procedures", "I mean which kinds exist", "Alignment correction"),
        ("how common is pain after fusion", "what does it depend on", "depends on the underlying condition"),
        ("what is special about this clinic", "who is on the team", "neurologists"),
    ],
)
def test_the_fact_that_is_asked_for_is_in_what_is_told(
    bot: Chatbot, question: str, more: str, words: str
) -> None:
    """Also where the answer was told before, and would come shorter."""
    assert words in said(bot, question, more).reply.answers[0].text


def test_what_names_no_kinds_has_none(bot: Chatbot) -> None:
    """Then it is told as any topic is once more."""
    text = said(bot, "who is the surgeon", "what kinds are there").reply.answers[0].text
    assert "kind" not in text


def test_a_sentence_that_goes_on_is_told_with_what_it_goes_on_with() -> None:
    text = "Two ways are used. One is heat. The other is a cold pack. Rest helps too."
    assert passage(["pack"], text) == "Two ways are used. One is heat. The other is a cold pack."
    assert passage(["heat"], text) == "Two ways are used. One is heat."


def test_two_words_side_by_side_name_a_thing() -> None:
    text = "A bone is hard. A scan is quick. A bone scan finds it. Ask first."
    assert passage([], text, [("bone", "scan")]) == "A bone scan finds it."
    assert passage([], text, [("scan", "bone")]) == ""


@pytest.mark.parametrize(
    ("first", "then", "part"),
    [
        ("what pictures do they take", "bone scan", "A bone scan can find"),
        ("can talk therapy help", "and the cbt?", "thoughts and habits"),
        ("what is recovery like after revision", "how long after", "no recovery time"),
    ],
)
def test_few_words_are_told_what_the_answer_says_of_them(
    bot: Chatbot, first: str, then: str, part: str
) -> None:
    """Though many questions about the whole of it have these words, too."""
    assert part in said(bot, first, then).reply.answers[0].text


def test_a_word_is_explained_by_the_sentence_that_does() -> None:
    text = "Parts, or pieces, are used. To mend means to make whole. They are old."
    assert explained(["parts"], text) == "Parts, or pieces, are used."
    assert explained(["mend"], text) == "To mend means to make whole."
    assert explained(["old"], text) == ""
    assert explained(["the"], text) == ""


def test_a_reason_is_told_with_the_sentence_that_it_goes_on_with(bot: Chatbot) -> None:
    """The gist where only that gives one; nothing where no sentence does."""
    passages = Passages({entry.id: entry for entry in bot.knowledge.entries}, bot._matcher)
    assert passages.reason("what-is-revision-surgery").startswith(
        "Physical therapy, medicine and shots come first. If they"
    )
    assert passages.reason("injection-therapy").startswith("Shots such as")
    assert passages.reason("about-the-clinic") == ""
